"""A lesson as data, and its file: its form, names and quotations checked on reading."""

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board import plan as board
from okin_lib.instruments.board.plan import BoardPlan
from okin_lib.instruments.pivots import plan as pivots
from okin_lib.instruments.pivots.plan import PivotsPlan
from okin_lib.instruments.precedents.dates import plan as dates
from okin_lib.instruments.precedents.dates.plan import DatesPlan
from okin_lib.instruments.precedents.framing import plan as framing
from okin_lib.instruments.precedents.framing.plan import FramingPlan
from okin_lib.lessons import disputed
from okin_lib.lessons.disputed import DisputedPlan
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.load import verified
from okin_lib.record.types import Support
from okin_lib.record.yamltext import Problem, place_of, read_yaml


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


Exercise = BoardPlan | FramingPlan | DatesPlan | PivotsPlan | DisputedPlan


@frozen
class Exit:
    """The question a learner leaves with, and what an answer can draw on."""

    question: str
    hints: tuple[Support, ...]


@frozen(eq=False)
class LessonPlan:
    """A lesson: goals, question, prediction, exercise, self-check and exit question.

    Attributes
    ----------
    board, framing, dates, pivots, disputed
        The exercise: exactly one of them.
    """

    id: str
    title: str
    question: str
    goals: tuple[str, ...]
    prediction: Question
    checks: tuple[Question, ...]
    exit: Exit
    board: BoardPlan | None = None
    framing: FramingPlan | None = None
    dates: DatesPlan | None = None
    pivots: PivotsPlan | None = None
    disputed: DisputedPlan | None = None

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises that are given."""
        given = (self.board, self.framing, self.dates, self.pivots, self.disputed)
        return tuple(each for each in given if each is not None)


@frozen(eq=False)
class WholePlan:
    """A board without a prediction: everything on one screen.

    Attributes
    ----------
    compared
        The two parties that are set side by side first.
    """

    id: str
    title: str
    board: BoardPlan
    compared: tuple[str, str]


Plan = LessonPlan | WholePlan


def load_plan(path: Path, case: Case) -> Plan:
    """Return the lesson in the file, or the whole board, which asks for no prediction.

    Raises
    ------
    DataError
        With every value that does not fit, every name the case does not have, and every
        quotation that does not stand on its page, each with its line.
    """
    if "prediction" in read_yaml(path.parent, path.name):
        return verified(
            path.parent, path.name, LessonPlan, case.opinion, lambda plan: _lesson(plan, case)
        )
    return verified(
        path.parent, path.name, WholePlan, case.opinion, lambda plan: _whole(plan, case)
    )


def _lesson(plan: LessonPlan, case: Case) -> Iterator[Problem]:
    yield from _misnamed(plan)
    yield from _exercise(plan, case)


def _whole(plan: WholePlan, case: Case) -> Iterator[Problem]:
    parties = [party.id for party in case.record.parties if party.moving]
    yield from board.wrong(plan.board, case)
    yield from unknown("moving party", plan.compared, parties)


def _misnamed(plan: LessonPlan) -> Iterator[Problem]:
    questions = (plan.prediction, *plan.checks)
    yield from misnamed("question", [question.id for question in questions])
    for question in questions:
        yield from misnamed("choice", [choice.id for choice in question.choices])


def _exercise(plan: LessonPlan, case: Case) -> Iterator[Problem]:
    if len(plan.exercises) != 1:
        yield Problem(place_of(plan.id), "give one of board, framing, dates, pivots, disputed")
    if plan.board is not None:
        yield from board.wrong(plan.board, case)
    if plan.framing is not None:
        yield from framing.wrong(plan.framing, case)
    if plan.dates is not None:
        yield from dates.wrong(plan.dates, case)
    if plan.pivots is not None:
        yield from pivots.wrong(plan.pivots, case)
    if plan.disputed is not None:
        yield from disputed.wrong(plan.disputed, case)
