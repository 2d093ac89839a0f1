"""Who knew what, and how."""
