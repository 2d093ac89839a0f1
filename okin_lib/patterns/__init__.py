"""Another case as its factors: pure functions from a fact pattern to an analysis."""
