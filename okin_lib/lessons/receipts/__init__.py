"""What a learner hands in of a lesson: made of its state, and read by whoever collects it."""
