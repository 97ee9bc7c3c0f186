"""An employer's own ladder: levels and criteria from YAML, CSV or Markdown, in order from the lowest."""
