"""The one advice on a name that there is not."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST = 50
"""How many names are listed where none is like it."""


def meant(name: str, valid: Iterable[str]) -> str:
    """Return advice on which of the ``valid`` names was meant by ``name``."""
    names = list(valid)
    if near := get_close_matches(name, names, 1):
        return f"did you mean '{near[0]}'?"
    return f"the names are {', '.join(names)}" if len(names) <= MOST else "no name is like it"
