"""How each claim is made up."""
