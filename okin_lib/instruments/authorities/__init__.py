"""The table of authorities."""
