"""Posting or résumé to record, every fact with its words. One module per slot in ``slots/``."""
