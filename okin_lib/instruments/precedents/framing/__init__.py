"""How general a right is."""
