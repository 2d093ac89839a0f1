"""Facts, readings and the year, to be switched, and every finding that follows."""
