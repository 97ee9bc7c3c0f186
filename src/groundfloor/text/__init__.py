"""Text without knowledge of the trade: cleaning with an offset map, lines, sections, one multi-pattern scan."""
