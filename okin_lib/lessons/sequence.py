"""The notebooks in their order, each in a line: for whoever has yet to open one."""

from attrs import frozen

from okin_lib.lessons.lesson_file import Plan
from okin_lib.lessons.library import plans


@frozen
class Listing:
    """A notebook: its name, what it asks, what one takes from it, and how long it takes."""

    id: str
    number: str
    title: str
    question: str
    outcome: str
    minutes: str


def sequence() -> list[Listing]:
    """Return every notebook, in order."""
    return [_listed(plan) for plan in plans()]


def _listed(plan: Plan) -> Listing:
    first, _, _ = plan.id.partition("_")
    number = str(int(first)) if first.isdecimal() else ""
    return Listing(plan.id, number, plan.title, plan.question, plan.outcome, plan.minutes)
