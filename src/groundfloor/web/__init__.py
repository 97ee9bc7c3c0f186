"""The pages: one self-contained page of results."""
