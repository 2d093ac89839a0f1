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


@frozen
class Question:
    """A question with answers to choose from."""

    id: str
    question: str
    choices: tuple[Choice, ...]
    tries: str = ""
    """The supposition of the lesson's board on which an answer can be tried, if one is."""
    rests_on: Support | None = None
    """The passage that decides it; none where courts, or readers, differ."""

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
    recall: tuple[Question, ...] = ()
    """What was learnt two notebooks before, asked again."""
    again: ToPredict | None = None
    """A second prediction, which what was seen after the first makes harder."""

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
