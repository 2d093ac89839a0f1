"""A part of a lesson as it stands on a page, without a server: to look at, not to act on."""

from okin_lib.hosts.session import Session
from okin_lib.hosts.still import laid_out
from okin_lib.page.regions import Lesson


def still(lesson: Lesson, part: str) -> str:
    """Return the regions of a part in their layout, those of one area in one element."""
    return f'<div class="okin">{laid_out(Session(lesson), part)}</div>'
