"""Whether the notes for whoever teaches are shown: that hides them, and locks nothing."""

import os
from urllib.parse import parse_qs

VARIABLE = "OKIN_INSTRUCTOR"
"""In the environment of the server, or of JupyterLab: on every page."""
PARAMETER = "instructor"
"""In the address of one page."""
SHOWN = "1"
MOST_FIELDS = 20


def is_shown(query: str) -> bool:
    """Return whether the address of a page, by its query, or the environment asks for them."""
    if os.environ.get(VARIABLE) == SHOWN:
        return True
    try:
        return parse_qs(query, max_num_fields=MOST_FIELDS).get(PARAMETER) == [SHOWN]
    except ValueError:  # more fields than a link of ours has
        return False


def address(lesson_id: str) -> str:
    """Return where a lesson's notes stand, under what the pages stand under."""
    return f"notes/{lesson_id}?{PARAMETER}={SHOWN}"
