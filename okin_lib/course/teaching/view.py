"""The notes for whoever teaches, as they stand on a page, in a window apart and in the guide."""

from collections.abc import Sequence

from attrs import frozen
from markupsafe import Markup

from okin_lib.course.teaching.data import Note, Teaching
from okin_lib.doctrine.case import Case
from okin_lib.page.template import render
from okin_lib.record.types import Support


@frozen
class Pitfall:
    """What readers often take to be so, the passage that it runs into, and what shows it."""

    says: str
    rests_on: Support
    act: str = ""
    """What to do to show it."""
    code: str = ""
    """The code of a board on which it shows."""


def plans(case: Case, level: int) -> Markup:
    """Return the plans of a class, each under a heading of the level."""
    found = case.study(Teaching)
    return render("course/teaching/plans", teaching=found, level=level)


def note(case: Case, its: Note, pitfalls: Sequence[Pitfall], level: int, shown: bool) -> Markup:
    """Return what to know and ask when a notebook is taught.

    Parameters
    ----------
    pitfalls
        Those that its notebook meets.
    level
        Of its headings.
    shown
        Whether all is open, and not folded.
    """
    skills = case.study(Teaching).skills
    return render(
        "course/teaching/note",
        case=case,
        note=its,
        pitfalls=pitfalls,
        level=level,
        shown=shown,
        practised=[each.text for each in skills if its.notebook in each.practised],
        assessed=[each.text for each in skills if its.notebook in each.assessed],
    )
