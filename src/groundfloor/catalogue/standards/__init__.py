"""Whole standards that a user brings: O*NET, ESCO, their crosswalk and wage tables, imported into packed files."""
