"""One module for each kind of file that postings come in: a function from a path to records and findings."""
