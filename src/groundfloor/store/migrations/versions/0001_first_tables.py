"""First tables: profiles, postings, plans."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the three tables."""
    op.create_table(
        "profiles",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("document_name", sa.Text, nullable=False),
        sa.Column("document_text", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("added_on", sa.String(10), nullable=False),
    )
    op.create_table(
        "postings",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("content_hash", sa.String(32), nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        sa.Column("added_on", sa.String(10), nullable=False),
    )
    op.create_index("postings_by_content", "postings", ["content_hash"])
    op.create_table(
        "plans",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("profile_id", sa.String(200), sa.ForeignKey("profiles.id", ondelete="CASCADE"), nullable=True),
        sa.Column("goal", sa.String(200), nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("added_on", sa.String(10), nullable=False),
    )
