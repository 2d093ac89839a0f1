"""A class that predicts together: what is asked of all, answered by each, and shown to all."""
