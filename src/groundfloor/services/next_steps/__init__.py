"""Where do people in my position usually go next, and which of those are steps up?"""
