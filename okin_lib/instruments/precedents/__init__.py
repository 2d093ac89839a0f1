"""The precedents: what they stand for, for whom, and from when."""
