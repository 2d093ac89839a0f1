"""The law as the opinion states it."""
