"""What was written elsewhere, opened on a board: a code, a link, a case file."""
