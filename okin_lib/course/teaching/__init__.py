"""What whoever teaches has beside a notebook: where a class goes wrong, and what to ask it."""
