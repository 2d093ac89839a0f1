"""The opinion itself, opened at a page."""
