"""Two courts, step by step."""
