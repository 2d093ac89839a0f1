"""A lesson as data: the form of its file."""

from typing import TYPE_CHECKING, Any

from attrs import field, frozen, make_class

from okin_lib.doctrine.elements import ElementId
from okin_lib.instruments.board.in_lesson import BoardPlan
from okin_lib.lessons.instruments import EXERCISES
from okin_lib.record.types import FactId, PartyId, Support


@frozen
class Choice:
    """One answer to a question, and what the opinion has to say to whoever gives it."""

    id: str
    label: str
    feedback: str
    because: tuple[Support, ...]
    misconception: str = ""
    """The id of the misconception that leads to this answer, if one is known to."""


@frozen
class Question:
    """A question with answers to choose from."""

    id: str
    question: str
    choices: tuple[Choice, ...]
    tries: str = ""
    """The supposition of the lesson's board on which an answer can be tried, if one is."""
    rests_on: Support | None = None
    """The passage that decides it, where that is not the first that its answer rests on."""
    answer: str = ""
    """The choice that the opinion, or this model, answers; none where readers differ."""

    @property
    def answers(self) -> dict[str, Choice]:
        """The choices by id."""
        return {choice.id: choice for choice in self.choices}

    @property
    def decided_by(self) -> Support | None:
        """The passage that decides it; none where courts, or readers, differ."""
        rested_on = self.answers[self.answer].because if self.answer else ()
        return self.rests_on or next(iter(rested_on), None)


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
    opens: tuple[str, ...] = ()
    """What of the lesson's board would answer it, and opens once it is made."""


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
class Task:
    """Something to do in the exercise."""

    id: str
    do: str
    tries: str = ""
    """The supposition of the lesson's board that does it, if one is."""


@frozen
class LooksPlan:
    """What else shows what is supposed in the exercise."""

    show: tuple[str, ...]
    """The ids of the looks, in order; the first is taken at the start."""
    compared: tuple[PartyId, PartyId]
    """The two parties that are set side by side first."""
    chosen: dict[str, str] = {}
    """What is chosen first of the other things that the looks ask for."""
    given: dict[str, str] = {}
    """What is given of them, so that no other can be chosen."""


@frozen
class Exit:
    """The question a learner leaves with, and what an answer can draw on."""

    question: str
    hints: tuple[Support, ...]
    task: str = ""
    """What to write in answer, and how much."""


@frozen(eq=False, kw_only=True)
class Asks:
    """What is asked of a learner, in the order in which it is met; what is left out is not."""

    recall: tuple[Question, ...] = ()
    """What was learnt two notebooks before, asked again."""
    prediction: ToPredict | None = None
    tasks: tuple[Task, ...] = ()
    """What to do in the exercise, in order."""
    named: Question | None = None
    """What changed in the exercise, to be named, with its passage, and with a reason again."""
    again: ToPredict | None = None
    """A second prediction, which what was seen after the first makes harder."""
    checks: tuple[Question, ...] = ()
    exit: Exit | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question with choices, in the order in which it is met."""
        single = filter(None, (self.prediction, self.named, self.again))
        return (*self.recall, *single, *self.checks)


@frozen(eq=False)
class LessonPlan(Asks):
    """A lesson: its goals, its exercise, and what is asked of whoever does it."""

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
    case: str = ""
    """The example that it is about, by id; the installed case if it names none."""
    looks: LooksPlan | None = None

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
class WholePlan(Asks):
    """A board that no prediction closes: everything on one screen."""

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
