"""Plans a person keeps: one chosen route, ticked off as it is done, planned again when things change."""
