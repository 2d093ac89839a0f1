"""A lesson as data, and its file: its form, names and quotations checked on reading."""

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.precedents import Axis
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.data_file import verified
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Support
from okin_lib.record.yamltext import read_yaml


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


@frozen
class Occasion:
    """An event whose facts can be switched; ``first`` are shown at once."""

    event: str
    first: tuple[str, ...] = ()


@frozen
class Supposition:
    """A change of the record that a learner can make in one step."""

    id: str
    label: str
    without: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


@frozen
class BoardPlan:
    """What a board shows.

    Attributes
    ----------
    occasions
        In order; the first stands open.
    suppositions
        Changes of the record in one step.
    claims
        The claims that are shown.
    party
        Whose tree is shown first.
    dated
        Whether the events can be moved to another year.
    """

    claims: tuple[str, ...]
    occasions: tuple[Occasion, ...]
    hypotheticals: tuple[str, ...]
    readings: tuple[str, ...]
    party: str
    suppositions: tuple[Supposition, ...] = ()
    dated: bool = False


@frozen
class FramingPlan:
    """What is framed.

    Attributes
    ----------
    party
        Whose situation on the record the rules are put to.
    record
        What that situation is called.
    precedents
        Those whose material factors can be ticked.
    axes
        The three ways in which the figure sets decided cases apart.
    axes_note
        What cannot be read off the figure.
    """

    party: str
    record: str
    precedents: tuple[str, ...]
    axes: tuple[Axis, ...]
    axes_note: Support


@frozen
class DatesPlan:
    """Whose situation is moved from year to year."""

    party: str


@frozen
class Read:
    """A way of reading, with a label: reading id to its value."""

    label: str
    readings: dict[str, str] = {}


@frozen
class PivotsPlan:
    """What can be asked of a finding.

    Attributes
    ----------
    elements, facts
        Those that can be chosen.
    officer, fact
        Those that are shown first.
    readings
        The columns of the table.
    """

    elements: tuple[str, ...]
    facts: tuple[str, ...]
    officer: str
    fact: str
    readings: tuple[Read, ...]


@frozen
class DisputedPlan:
    """The readings that can be switched."""

    readings: tuple[str, ...]


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
    data = read_yaml(path.parent, path.name)
    if "prediction" in data:
        return verified(data, LessonPlan, case.opinion, lambda plan: _lesson(plan, case))
    return verified(data, WholePlan, case.opinion, lambda plan: _whole(plan, case))


def _lesson(plan: LessonPlan, case: Case) -> Iterator[Problem]:
    yield from _misnamed(plan)
    yield from _exercise(plan, case)


def _whole(plan: WholePlan, case: Case) -> Iterator[Problem]:
    parties = [party.id for party in case.record.parties if party.moving]
    yield from _board(plan.board, case)
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
        yield from _board(plan.board, case)
    if plan.framing is not None:
        yield from _framing(plan.framing, case)
    if plan.dates is not None:
        yield from unknown("officer", [plan.dates.party], _officers(case))
    if plan.pivots is not None:
        yield from _pivots(plan.pivots, case)
    if plan.disputed is not None:
        readings = [reading.id for reading in case.doctrine.readings]
        yield from unknown("reading", plan.disputed.readings, readings)


def _pivots(pivots: PivotsPlan, case: Case) -> Iterator[Problem]:
    asked = [e.id for e in case.doctrine.elements if "officer" in e.applies]
    values = {r.id: [value.id for value in r.values] for r in case.doctrine.readings}
    yield from unknown("element asked of officers", pivots.elements, asked)
    yield from unknown("fact", pivots.facts, [fact.id for fact in case.record.facts])
    yield from unknown("fact shown here", [pivots.fact], pivots.facts)
    yield from unknown("officer", [pivots.officer], _officers(case))
    for read in pivots.readings:
        yield from unknown("reading", read.readings, values)
        for key in read.readings.keys() & values.keys():
            yield from unknown(f"value of {key}", [read.readings[key]], values[key])


def _framing(framing: FramingPlan, case: Case) -> Iterator[Problem]:
    doctrine = case.doctrine
    factors = [factor.id for factor in doctrine.factors]
    holding = [precedent.id for precedent in doctrine.precedents if precedent.establishes]
    yield from unknown("officer", [framing.party], _officers(case))
    yield from unknown("precedent for a plaintiff", framing.precedents, holding)
    for axis in framing.axes:
        yield from unknown("factor", [pole.factor for pole in axis.poles], factors)


def _board(board: BoardPlan, case: Case) -> Iterator[Problem]:
    record, doctrine = case.record, case.doctrine
    events = [occasion.event for occasion in board.occasions]
    facts = [fact.id for fact in record.facts if fact.event in events]
    yield from misnamed("supposition", [supposed.id for supposed in board.suppositions])
    yield from unknown("event", events, [e.id for e in record.events])
    for occasion in board.occasions:
        its = [fact.id for fact in record.facts if fact.event == occasion.event]
        yield from unknown("fact of this event", occasion.first, its)
    yield from unknown("hypothetical", board.hypotheticals, [h.id for h in record.hypotheticals])
    for supposed in board.suppositions:
        yield from unknown("fact shown here", supposed.without, facts)
        yield from unknown("hypothetical shown here", supposed.added, board.hypotheticals)
    yield from unknown("reading", board.readings, [reading.id for reading in doctrine.readings])
    yield from unknown("claim", board.claims, [claim.id for claim in doctrine.claims])
    yield from unknown("officer", [board.party], _officers(case))


def _officers(case: Case) -> list[str]:
    return [party.id for party in case.record.parties if party.role == "officer"]
