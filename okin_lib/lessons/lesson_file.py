"""A lesson as data, and its file: its form, names and quotations checked on reading."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen, make_class

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.instruments.board import in_lesson as board
from okin_lib.instruments.board.in_lesson import BoardPlan
from okin_lib.lessons.asked import on_a_line
from okin_lib.lessons.instruments import EXERCISES
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import FactId, PartyId, Support


@frozen
class Choice:
    """One answer to a question, and what the opinion has to say to whoever gives it."""

    id: str
    label: str
    feedback: str
    because: tuple[Support, ...]


@frozen
class Question:
    """A question with answers to choose from."""

    id: str
    question: str
    choices: tuple[Choice, ...]
    tries: str = ""
    """The supposition of the lesson's board on which an answer can be tried, if one is."""

    @property
    def answers(self) -> dict[str, Choice]:
        """The choices by id."""
        return {choice.id: choice for choice in self.choices}


@frozen
class About:
    """What a prediction is about: an element of a claim's line, for a party."""

    element: ElementId
    party: PartyId
    without: tuple[FactId, ...] = ()
    """The facts that the question supposes away."""


@frozen
class ToPredict(Question):
    """A question to predict the answer of."""

    about: About | None = None
    """What is drawn beside it; nothing where what is known before it would answer it."""


if TYPE_CHECKING:
    Given = Any
else:  # its fields are those that are listed, so that no exercise is named here
    Given = make_class(
        "Given",
        {name: field(default=None, type=each.plan | None) for name, each in EXERCISES.items()},
        frozen=True,
    )
"""The exercise as a lesson's file gives it, by its name: exactly one of them."""


@frozen
class Exit:
    """The question a learner leaves with, and what an answer can draw on."""

    question: str
    hints: tuple[Support, ...]
    task: str = ""
    """What to write in answer, and how much."""


@frozen(eq=False)
class LessonPlan:
    """A lesson: goals, question, prediction, exercise, self-check and exit question."""

    id: str
    title: str
    question: str
    outcome: str
    """What a learner can do afterwards, with no answer given away."""
    minutes: str
    goals: tuple[str, ...]
    prediction: ToPredict
    checks: tuple[Question, ...]
    exit: Exit
    exercise: Given

    @property
    def exercises(self) -> dict[str, Any]:
        """The plan of each exercise that is given, by name."""
        given = {name: getattr(self.exercise, name) for name in EXERCISES}
        return {name: plan for name, plan in given.items() if plan is not None}


@frozen
class Sample:
    """What the first page shows of it all: a claim against a party, and one fact to take away."""

    claim: str
    party: PartyId
    fact: FactId


@frozen(eq=False)
class WholePlan:
    """A board without a prediction: everything on one screen."""

    id: str
    title: str
    question: str
    outcome: str
    minutes: str
    board: BoardPlan
    compared: tuple[PartyId, PartyId]
    """The two parties that are set side by side first."""
    sample: Sample


Plan = LessonPlan | WholePlan


def load_plan(path: Path, case: Case) -> Plan:
    """Return the lesson in the file, or the whole board, which asks for no prediction.

    Raises
    ------
    DataError
        With every value that does not fit, every name the case does not have, and every
        quotation that does not stand on its page, each with its line.
    """
    # What reads YAML is slow to import, and not needed where all is stored.
    from okin_lib.record.data_file import verified
    from okin_lib.record.yamltext import read_yaml

    data = read_yaml(path.parent, path.name)
    if "prediction" in data:
        return verified(data, LessonPlan, case.opinion, lambda plan: _lesson(plan, case))
    return verified(data, WholePlan, case.opinion, lambda plan: _whole(plan, case))


def _lesson(plan: LessonPlan, case: Case) -> Iterator[Problem]:
    yield from _misnamed(plan)
    yield from _about(plan.prediction.about, case)
    yield from _tried(plan)
    yield from _exercise(plan, case)


def _whole(plan: WholePlan, case: Case) -> Iterator[Problem]:
    parties = [party.id for party in case.record.parties if party.moving]
    yield from board.wrong(plan.board, case)
    yield from unknown("moving party", [*plan.compared, plan.sample.party], parties)
    yield from unknown("fact", [plan.sample.fact], case.facts)
    drawn = [claim.id for claim in case.doctrine.claims if claim.parts is not None]
    yield from unknown("claim that is made up of elements", [plan.sample.claim], drawn)


def _misnamed(plan: LessonPlan) -> Iterator[Problem]:
    questions = (plan.prediction, *plan.checks)
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


def _tried(plan: LessonPlan) -> Iterator[Problem]:
    board = plan.exercises.get("board")
    made = [each.id for each in board.suppositions] if isinstance(board, BoardPlan) else []
    yield from unknown("supposition", [each.tries for each in plan.checks if each.tries], made)


def _exercise(plan: LessonPlan, case: Case) -> Iterator[Problem]:
    if len(plan.exercises) != 1:
        yield Problem(place_of(plan.id), f"give one exercise: {', '.join(EXERCISES)}")
    for name, given in plan.exercises.items():
        yield from EXERCISES[name].wrong(given, case)
