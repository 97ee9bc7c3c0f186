"""Where documents come from: files of every format become postings and résumé texts, with findings."""
