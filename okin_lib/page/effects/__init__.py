"""What follows from what is supposed, in one glance: a sentence, every party, a reason."""
