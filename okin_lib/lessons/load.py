"""Lessons from their files: form, names and quotations checked on reading."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board import in_lesson as board
from okin_lib.lessons.asked import on_a_line
from okin_lib.lessons.instruments import EXERCISES, LOOKS
from okin_lib.lessons.lesson_file import About, Asks, LessonPlan, Plan, WholePlan
from okin_lib.lessons.misconceptions import Misconceptions
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.data_file import verified
from okin_lib.record.placed import Problem, place_of, refuse
from okin_lib.record.yamltext import read_yaml

EXAMPLES: Mapping[str, Case] = {}


def load_plan(path: Path, case: Case, examples: Mapping[str, Case] = EXAMPLES) -> Plan:
    """Return the lesson in the file, or the whole board, which no prediction closes.

    Parameters
    ----------
    case
        What it is about, unless it names one of the ``examples``.

    Raises
    ------
    DataError
        With every value that does not fit, every name the case does not have, and every
        quotation that does not stand on its page, each with its line.
    """
    data = read_yaml(path.parent, path.name)
    known = [each.id for each in case.study(Misconceptions).misconceptions]
    if isinstance(named := data.get("case"), str):
        refuse(unknown("example case", [named], examples))
        case = examples[named]
    if "exercise" in data:
        return verified(data, LessonPlan, case.opinion, lambda plan: _lesson(plan, case, known))
    return verified(data, WholePlan, case.opinion, lambda plan: _whole(plan, case, known))


def _lesson(plan: LessonPlan, case: Case, known: Collection[str]) -> Iterator[Problem]:
    its_board = plan.exercises.get("board")
    made = () if its_board is None else its_board.suppositions
    shut = [key for name, its in plan.exercises.items() for key in EXERCISES[name].closable(its)]
    yield from _misled(plan, known)
    yield from _asked(plan, case, made, shut)
    yield from _beside(plan, case)
    yield from _exercise(plan, case)


def _whole(plan: WholePlan, case: Case, known: Collection[str]) -> Iterator[Problem]:
    parties = [party.id for party in case.record.parties if party.moving]
    yield from _misled(plan, known)
    yield from _asked(plan, case, plan.board.suppositions, ())
    yield from board.wrong(plan.board, case)
    yield from unknown("moving party", [*plan.compared, plan.sample.party], parties)
    yield from unknown("fact", [plan.sample.fact], case.facts)
    drawn = [claim.id for claim in case.doctrine.claims if claim.parts is not None]
    yield from unknown("claim that is made up of elements", [plan.sample.claim], drawn)


def _asked(
    plan: Asks, case: Case, made: Iterable[board.Shortcut], closable: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with the questions and tasks, of which some name what is in the exercise."""
    yield from _misnamed(plan)
    every = [*(check.tries for check in plan.checks), *(task.tries for task in plan.tasks)]
    tried = [supposed for supposed in every if supposed]
    yield from unknown("supposition", tried, [each.id for each in made])
    for predicted in filter(None, (plan.prediction, plan.again)):
        yield from _about(predicted.about, case)
        yield from unknown("thing that can be closed", predicted.opens, closable)


def _misled(plan: Asks, known: Collection[str]) -> Iterator[Problem]:
    choices = [choice for question in plan.questions for choice in question.choices]
    led = [choice.misconception for choice in choices if choice.misconception]
    yield from unknown("misconception", led, known)


def _misnamed(plan: Asks) -> Iterator[Problem]:
    yield from misnamed("task", [task.id for task in plan.tasks])
    yield from misnamed("question", [question.id for question in plan.questions])
    for question in plan.questions:
        yield from misnamed("choice", [choice.id for choice in question.choices])
        yield from unknown("choice", filter(None, [question.answer]), question.answers)


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


def _beside(plan: LessonPlan, case: Case) -> Iterator[Problem]:
    """What stands beside the exercise, and what is chosen there at first."""
    if plan.looks is None:
        return
    moving = [party.id for party in case.record.parties if party.moving]
    yield from unknown("look", plan.looks.show, LOOKS)
    yield from unknown("moving party", plan.looks.compared, moving)
    shown = [LOOKS[look] for look in plan.looks.show if look in LOOKS]
    asks = {ask.id: ask for look in shown for ask in look.asks}
    for chosen in (plan.looks.chosen, plan.looks.given):
        yield from unknown("choice of these looks", chosen, asks)
        for key in chosen.keys() & asks.keys():
            can_be = [option for option, _ in asks[key].options(case, tuple(case.claims))]
            yield from unknown(key, [chosen[key]], can_be)


def _exercise(plan: LessonPlan, case: Case) -> Iterator[Problem]:
    if len(plan.exercises) != 1:
        yield Problem(place_of(plan.id), f"give one exercise: {', '.join(EXERCISES)}")
    for name, given in plan.exercises.items():
        yield from EXERCISES[name].wrong(given, case)
