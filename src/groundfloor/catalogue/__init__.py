"""The field as cited data: loads, checks, indexes and answers questions about ``knowledge/``."""
