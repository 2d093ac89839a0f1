"""What is read of a class that was kept, wherever it stands in it."""

LONGEST_ID = 100


class BadClass(ValueError):
    """What was given as a class that was kept, and is none."""


def text(data: object) -> str:
    """Return a name that was kept; raise `BadClass` if it is none."""
    if isinstance(data, str) and len(data) <= LONGEST_ID:
        return data
    raise BadClass("a name in it is too long, or none")
