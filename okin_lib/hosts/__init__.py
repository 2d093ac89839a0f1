"""Where a lesson runs."""
