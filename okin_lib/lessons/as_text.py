"""What a lesson shows, in plain text."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from attrs import evolve

from okin_lib.instruments.board.state import Board
from okin_lib.instruments.precedents.framing.state import Framing
from okin_lib.instruments.precedents.view import answer_by, answered
from okin_lib.lessons.dates import Dates
from okin_lib.lessons.library import open_lesson, start
from okin_lib.lessons.whole import Whole
from okin_lib.page.claims import shown
from okin_lib.page.verdict import verdict_text
from okin_lib.reasoning.generality import positions
from okin_lib.reasoning.scenario import scenario

T = TypeVar("T")


def verdict(
    lesson_id: str,
    without: Iterable[str] = (),
    added: Iterable[str] = (),
    readings: Mapping[str, str] | None = None,
) -> str:
    """Return the verdict on a lesson's claims: on the record, or on what is supposed instead.

    Parameters
    ----------
    without, added
        Facts of the record to leave out, and hypothetical facts to add, by id.
    """
    lesson = start(lesson_id)
    board = lesson.board if isinstance(lesson, Whole) else _exercise(lesson_id, Board)
    supposed = scenario(board.case, without, added, readings)
    return verdict_text(shown(board.case, board.plan.claims, supposed), board.case)


def framings(lesson_id: str) -> str:
    """Return each named position of a lesson on framing, its rule, and the answer by it."""
    framing = _exercise(lesson_id, Framing)
    lines = []
    for placed in positions(framing.case, {}):
        lines += [
            placed.position.label,
            f"  {placed.rule.words}",
            f"  {answered(framing.case, framing.at(placed.position).found)}",
        ]
    return "\n".join(lines)


def years(lesson_id: str) -> str:
    """Return the answer of a lesson on dates for every year, on each reading of precedent."""
    dates = _exercise(lesson_id, Dates)
    lines = []
    for value in dates.case.readings[dates.case.doctrine.precedent_reading].values:
        lines.append(value.label)
        read, last = dates.reading_as(value.id), ""
        for year in dates.case.years:
            answer = answer_by(dates.case, evolve(read, year=year).found)
            if answer != last:
                lines.append(f"  from {year}: {answer}")
            last = answer
    return "\n".join(lines)


def _exercise(lesson_id: str, kind: type[T]) -> T:
    exercise = open_lesson(lesson_id).exercise
    if not isinstance(exercise, kind):
        raise ValueError(f"the lesson {lesson_id!r} has no {kind.__name__.lower()}")
    return exercise
