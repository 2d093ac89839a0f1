"""What a jury would be asked."""
