"""What a board shows, in plain text."""

from collections.abc import Iterable, Mapping

from okin_lib.lessons.board import shown
from okin_lib.lessons.library import open_lesson
from okin_lib.reasoning.scenario import scenario
from okin_lib.views.verdict import verdict_text


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
    lesson = open_lesson(lesson_id)
    board, case = lesson.plan.board, lesson.exercise.case
    if board is None:
        raise ValueError(f"the lesson {lesson_id!r} has no board")
    supposed = scenario(case, without, added, readings)
    return verdict_text(shown(case, board.claims, supposed), case)
