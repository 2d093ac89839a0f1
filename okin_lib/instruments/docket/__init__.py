"""A docket under each order of the prongs."""
