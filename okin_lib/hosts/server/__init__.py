"""The notebooks as web pages: Voila, with what it may do decided here."""
