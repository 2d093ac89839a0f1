"""Pure functions from a scenario to an analysis."""
