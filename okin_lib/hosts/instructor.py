"""Whether the notes for whoever teaches are shown: that hides them, and locks nothing."""

import os
from collections.abc import Mapping

VARIABLE = "OKIN_INSTRUCTOR"
"""In the environment of the server, or of JupyterLab: on every page."""
PARAMETER = "instructor"
"""In the address of one page."""
SHOWN = "1"


def is_shown(asked: Mapping[str, list[str]] | None) -> bool:
    """Return whether the address of a page, by its fields, or the environment asks for them."""
    if os.environ.get(VARIABLE) == SHOWN:
        return True
    return asked is not None and asked.get(PARAMETER) == [SHOWN]


def address(lesson_id: str) -> str:
    """Return where a lesson's notes stand, under what the pages stand under."""
    return f"notes/{lesson_id}?{PARAMETER}={SHOWN}"
