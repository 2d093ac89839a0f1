"""One folder for each thing that a learner uses; none knows another."""
