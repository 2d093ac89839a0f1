"""The law, year by year: precedents, and what each reading of them makes of a year."""
