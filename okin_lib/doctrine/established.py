"""What is said of when a right was established, and of precedents read together."""

from collections.abc import Iterator
from typing import Literal, get_args

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.study_file import Study
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Support

Answer = Literal["yes", "no", "open"]


@frozen
class Wording:
    """How the question whether the right was established is put and answered on a page."""

    asked: str
    """The question, before its year or its question mark."""
    since: str
    """The question from when it was."""
    answers: dict[Answer, str]
    remark: str
    """What the question is, and what it says nothing of."""
    steps: str
    """What the steps beside constraint by single precedents are called."""
    start: str
    """What going back to the default reading of precedent is called."""


@frozen(eq=False)
class Establishing:
    """How the question whether a right was established is put, and what must be said with it."""

    wording: Wording
    together_notes: tuple[Support, ...]
    date_notes: tuple[Support, ...]


def _wrong(found: Establishing, _: Case) -> Iterator[Problem]:
    for missing in set(get_args(Answer)) - found.wording.answers.keys():
        place = place_of(found.wording.asked)
        yield Problem(place, f"no words for the answer '{missing}': add them to the answers")


ESTABLISHING = Study(Establishing, "doctrine/established.yaml", _wrong, {})
