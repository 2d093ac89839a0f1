"""A class in this process: who enters it as what, and who is told of each step; no server here."""
