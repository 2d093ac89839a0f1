"""What the course asks a learner to make of what they found on a board."""
