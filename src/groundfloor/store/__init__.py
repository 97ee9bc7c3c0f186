"""The person's or organisation's memory: profiles, postings and plans in one database schema."""
