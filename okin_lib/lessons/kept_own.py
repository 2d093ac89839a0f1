"""The facts of a learner's own in what was kept of a lesson, which the rest of it may name."""

from collections.abc import Iterable, Iterator
from typing import Any

from cattrs import Converter

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.own_case import with_own
from okin_lib.doctrine.own_facts import OwnFact, Unfit, fitting
from okin_lib.instruments.board.state import Board
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.whole import Whole

OWN = "own"


def case_of(
    lesson: Guided | Whole, members: dict[str, Any], converter: Converter, gone: list[str] | None
) -> tuple[Case, dict[str, Any]]:
    """Return the case with the facts of their own that a learner added, and what was kept.

    Parameters
    ----------
    gone
        Takes those that an earlier law knew and the case can no longer take in, which are then
        left out; without it, they are refused.
    """
    for name, member in lesson.members.items():
        its = members.get(name)
        if isinstance(member, Board) and isinstance(its, dict) and OWN in its:
            own = converter.structure(its[OWN], tuple[OwnFact, ...])
            if gone is not None:
                own = tuple(_fitting(lesson.case, own, gone))
            its = {**its, OWN: converter.unstructure(own)}
            return with_own(lesson.case, own), {**members, name: its}
    return lesson.case, members


def _fitting(case: Case, own: Iterable[OwnFact], gone: list[str]) -> Iterator[OwnFact]:
    for fact in own:
        try:
            yield fitting(case, fact)
        except Unfit:
            gone.append(f"a fact of your own (“{fact.words}”)")
