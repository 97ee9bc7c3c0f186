"""Slot readers: one small module a kind of fact, shared by postings and résumés."""
