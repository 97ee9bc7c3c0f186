"""Alembic migrations, run by the store itself when it opens an older database."""
