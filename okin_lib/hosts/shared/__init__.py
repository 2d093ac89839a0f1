"""Pages that need no kernel: one process holds the lessons of all who read them."""
