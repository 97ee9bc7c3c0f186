"""Frozen records and closed lists that everything else speaks in. No input, no output."""
