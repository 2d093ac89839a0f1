"""A claim as one line from the record to the motion: which wire runs, hangs or stops."""
