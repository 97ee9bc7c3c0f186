"""Every measure of the evaluation data, each with its simple baseline."""
