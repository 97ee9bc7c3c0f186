"""A résumé read into a profile: sections, job entries, schooling, and what the person holds."""
