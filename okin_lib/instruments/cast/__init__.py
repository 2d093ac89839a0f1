"""Who is who in the case, and what lies where."""
