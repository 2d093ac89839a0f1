"""What a lesson says in its own words, as its file has it."""

from collections.abc import Collection, Iterator

import attrs

from okin_lib.lessons.lesson_file import Plan
from okin_lib.record.checks import walk

SAID = ("title", "question", "outcome", "goals", "label", "feedback", "text", "do", "task")
"""The fields that hold them: of each kind of thing in a lesson, those that it has."""


def prose(plan: Plan, fields: Collection[str] = SAID) -> Iterator[str]:
    """Yield each text of a lesson that is its own, and no quotation, in order.

    Parameters
    ----------
    fields
        Those that are read.
    """
    for part in walk(plan):
        for field in attrs.fields(type(part)):
            if field.name in fields:
                said = getattr(part, field.name)
                yield from (said,) if isinstance(said, str) else said
