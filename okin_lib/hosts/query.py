"""What the query of a page's address asks of its lessons."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from okin_lib.files.link import PARAMETER
from okin_lib.hosts import instructor
from okin_lib.lessons.taken_up import Address

MOST_FIELDS = 20


def fields(query: str) -> Mapping[str, list[str]] | None:
    """Return the fields of a query; None if there are more than a link of ours has."""
    try:
        return parse_qs(query, max_num_fields=MOST_FIELDS)
    except ValueError:
        return None


def address(lesson_id: str, query: str, up: str = "") -> Address:
    """Return how a lesson is opened on a page with that query.

    Parameters
    ----------
    up
        The way from the page to what it stands under.
    """
    asked = fields(query)
    notes = f"{up}{instructor.address(lesson_id)}" if instructor.is_shown(asked) else ""
    # The board will say of what is no link of ours that it cannot be read.
    code = query if asked is None else asked.get(PARAMETER, [""])[0]
    return Address(lesson_id, code, notes)
