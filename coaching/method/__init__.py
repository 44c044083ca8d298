"""The method as data: what METHOD names and counts, without words."""
