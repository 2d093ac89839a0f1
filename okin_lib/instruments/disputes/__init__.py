"""The disputes of the record, and the motion in every world that it permits."""
