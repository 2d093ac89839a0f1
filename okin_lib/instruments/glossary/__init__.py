"""The words of the law, each explained where it is first used."""
