"""The incidents in time."""
