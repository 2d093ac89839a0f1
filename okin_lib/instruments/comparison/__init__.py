"""Two parties side by side, or one party beside the record."""
