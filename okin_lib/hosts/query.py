"""What the query of a page's address asks of its lessons."""

from urllib.parse import parse_qs

from okin_lib.files.link import PARAMETER
from okin_lib.hosts import instructor
from okin_lib.lessons.taken_up import Address


def address(lesson_id: str, query: str, up: str = "") -> Address:
    """Return how a lesson is opened on a page with that query.

    Parameters
    ----------
    up
        The way from the page to what it stands under.
    """
    notes = f"{up}{instructor.address(lesson_id)}" if instructor.is_shown(query) else ""
    return Address(lesson_id, _code(query), notes)


def _code(query: str) -> str:
    """Return the scenario's code, if the query has one."""
    try:
        return parse_qs(query, max_num_fields=instructor.MOST_FIELDS).get(PARAMETER, [""])[0]
    except ValueError:  # more fields than that: no link of ours, which the board will say
        return query
