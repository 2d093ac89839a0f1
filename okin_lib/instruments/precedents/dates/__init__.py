"""The law on a date."""
