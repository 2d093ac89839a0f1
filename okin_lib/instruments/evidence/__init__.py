"""The evidence of each side on each element."""
