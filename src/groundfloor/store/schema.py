"""The tables, one schema for the embedded and the server database.

Records are kept as JSON in the shape of :mod:`groundfloor.model`; the columns beside them are what is searched or
joined on. A change here comes with a migration in ``migrations/versions`` and a new :data:`SCHEMA_VERSION`.
"""

from sqlalchemy import Column, ForeignKey, Index, MetaData, String, Table, Text

SCHEMA_VERSION = "0002"

metadata = MetaData()

profiles = Table(
    "profiles",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("document_name", Text, nullable=False),
    Column("document_text", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("added_on", String(10), nullable=False),
)

postings = Table(
    "postings",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("content_hash", String(32), nullable=False),
    Column("record", Text, nullable=False),
    Column("reading", Text, nullable=False),
    Column("added_on", String(10), nullable=False),
    Index("postings_by_content", "content_hash"),
)

plans = Table(
    "plans",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("profile_id", String(200), ForeignKey("profiles.id", ondelete="CASCADE"), nullable=True),
    Column("goal", String(200), nullable=False),
    Column("record", Text, nullable=False),
    Column("added_on", String(10), nullable=False),
    Column("changed_on", String(10), nullable=False, server_default=""),
)
