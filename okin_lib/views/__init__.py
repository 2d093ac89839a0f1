"""From an analysis to accessible HTML."""
