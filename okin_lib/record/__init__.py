"""The case as the opinion gives it."""
