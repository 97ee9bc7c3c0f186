"""Search over moves: all Pareto-best routes, near-duplicates grouped, reasons for what was dropped. Pure."""
