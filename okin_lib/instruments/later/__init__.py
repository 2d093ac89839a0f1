"""Later law."""
