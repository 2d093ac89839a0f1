"""Pages that compute themselves: the Python of the shared process, in a worker of each page."""
