"""What runs in the browser: the modules and sheets of the front end, joined for a widget."""
