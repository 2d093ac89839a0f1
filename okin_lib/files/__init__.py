"""What is read and written besides pages: case files, JSON, the terminal, link codes."""
