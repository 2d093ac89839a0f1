"""The bench memo: a scenario told for one side or for the judge, its analysis left empty."""
