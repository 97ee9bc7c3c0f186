"""How do I get there? The catalogue mapped into the search, and its routes explained step by step."""
