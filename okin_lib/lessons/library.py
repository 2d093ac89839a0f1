"""The lessons there are."""

from functools import cache

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.stored import COMMON, classes_beside, classes_in, decoded
from okin_lib.lessons import lesson_file
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.installed import example, installed
from okin_lib.lessons.instruments import EXERCISES
from okin_lib.lessons.lesson_file import LessonPlan, Plan, WholePlan
from okin_lib.lessons.whole import Whole
from okin_lib.reasoning.scenario import UnknownName


def lesson_ids() -> list[str]:
    """Return the ids of all guided lessons, in order."""
    return [key for key in installed().lessons if isinstance(_plan(key), LessonPlan)]


def open_ids() -> list[str]:
    """Return the ids of all boards that no prediction closes, in order."""
    return [key for key in installed().lessons if isinstance(_plan(key), WholePlan)]


def plans() -> list[Plan]:
    """Return the plan of each lesson, in order."""
    return [_plan(key) for key in installed().lessons]


def start(lesson_id: str, code: str = "") -> Guided | Whole:
    """Return the lesson, or the board that none closes, at its start.

    Parameters
    ----------
    code
        The code of the scenario to start from; the record's own if empty.

    Raises
    ------
    UnknownName
        If there is none of that id.
    """
    if lesson_id not in installed().lessons:
        raise UnknownName("lesson", lesson_id, installed().lessons)
    plan = _plan(lesson_id)
    if isinstance(plan, WholePlan):
        return Whole.of(studied(plan), plan, code)
    return Guided.of(studied(plan), plan, code)


def studied(plan: Plan) -> Case:
    """Return the case that a lesson is about."""
    elsewhere = plan.case if isinstance(plan, LessonPlan) else ""
    return example(elsewhere) if elsewhere else installed().case


def open_lesson(lesson_id: str, code: str = "") -> Guided:
    """Return the guided lesson at its start; raise `UnknownName` if there is none of that id."""
    found = start(lesson_id, code) if lesson_id in lesson_ids() else None
    if not isinstance(found, Guided):
        raise UnknownName("lesson", lesson_id, lesson_ids())
    return found


def whole_board() -> Whole:
    """Return the board that no prediction closes and that has all at hand, at its start."""
    plan = next(plan for plan in plans() if isinstance(plan, WholePlan))
    return Whole.of(installed().case, plan)


@cache
def _plan(lesson_id: str) -> Plan:
    plans = classes_beside(*(each.plan for each in EXERCISES.values()))
    found: Plan = decoded(installed().lessons[lesson_id], COMMON | classes_in(lesson_file) | plans)
    return found
