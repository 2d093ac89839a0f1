"""Lessons from their files: form, names and quotations checked on reading."""

from collections.abc import Iterator
from pathlib import Path

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board import in_lesson as board
from okin_lib.lessons.asked import on_a_line
from okin_lib.lessons.instruments import EXERCISES
from okin_lib.lessons.lesson_file import About, LessonPlan, Plan, WholePlan
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.data_file import verified
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.yamltext import read_yaml


def load_plan(path: Path, case: Case) -> Plan:
    """Return the lesson in the file, or the whole board, which asks for no prediction.

    Raises
    ------
    DataError
        With every value that does not fit, every name the case does not have, and every
        quotation that does not stand on its page, each with its line.
    """
    data = read_yaml(path.parent, path.name)
    if "prediction" in data:
        return verified(data, LessonPlan, case.opinion, lambda plan: _lesson(plan, case))
    return verified(data, WholePlan, case.opinion, lambda plan: _whole(plan, case))


def _lesson(plan: LessonPlan, case: Case) -> Iterator[Problem]:
    yield from _misnamed(plan)
    yield from _about(plan.prediction.about, case)
    yield from _about(plan.again.about if plan.again else None, case)
    yield from _on_its_board(plan)
    yield from _exercise(plan, case)


def _whole(plan: WholePlan, case: Case) -> Iterator[Problem]:
    parties = [party.id for party in case.record.parties if party.moving]
    yield from board.wrong(plan.board, case)
    yield from unknown("moving party", [*plan.compared, plan.sample.party], parties)
    yield from unknown("fact", [plan.sample.fact], case.facts)
    drawn = [claim.id for claim in case.doctrine.claims if claim.parts is not None]
    yield from unknown("claim that is made up of elements", [plan.sample.claim], drawn)


def _misnamed(plan: LessonPlan) -> Iterator[Problem]:
    again = (plan.again,) if plan.again else ()
    questions = (*plan.recall, plan.prediction, *again, *plan.checks)
    yield from misnamed("question", [question.id for question in questions])
    for question in questions:
        yield from misnamed("choice", [choice.id for choice in question.choices])


def _about(about: About | None, case: Case) -> Iterator[Problem]:
    if about is None:
        return
    wrong = [
        *unknown("element", [about.element], case.elements),
        *unknown("party", [about.party], case.parties),
        *unknown("fact", about.without, case.facts),
    ]
    yield from wrong
    if not wrong and not on_a_line(case, about.element, about.party):
        remedy = "ask of an element that a claim against this party is made of"
        yield Problem(place_of(about.element), f"{about.element} is on no line: {remedy}")


def _on_its_board(plan: LessonPlan) -> Iterator[Problem]:
    """What questions name of the lesson's board, if it has one."""
    board = plan.exercises.get("board")
    made, shut = ((), ()) if board is None else (board.suppositions, board.closable)
    tried = [each.tries for each in plan.checks if each.tries]
    yield from unknown("supposition", tried, [each.id for each in made])
    yield from unknown("switch", plan.again.opens if plan.again else (), shut)


def _exercise(plan: LessonPlan, case: Case) -> Iterator[Problem]:
    if len(plan.exercises) != 1:
        yield Problem(place_of(plan.id), f"give one exercise: {', '.join(EXERCISES)}")
    for name, given in plan.exercises.items():
        yield from EXERCISES[name].wrong(given, case)
