"""What is asked against what is held: verdicts, limits, fit and ranking. Pure: numbers and records only."""
