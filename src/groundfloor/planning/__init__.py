"""Multi-criteria search over moves: Pareto-best routes, near-duplicates flagged, a reason when there are none."""
