"""What a learner does, as pure state."""
