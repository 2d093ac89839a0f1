"""What one's own notebook asks: the model's values, each with its case, that show themselves."""
