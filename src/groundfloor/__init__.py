"""Groundfloor: careers in customer service, from real documents and cited facts."""
