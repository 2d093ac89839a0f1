"""What a statute does in the opinion."""
