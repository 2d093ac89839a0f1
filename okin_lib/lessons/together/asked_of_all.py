"""What a class can be asked: the questions of the lessons, and one that is typed on the spot."""

from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from okin_lib.instruments.board.in_lesson import BoardPlan
from okin_lib.lessons.lesson_file import LessonPlan, Plan, Question, ToPredict
from okin_lib.lessons.library import plans
from okin_lib.lessons.printed import steps
from okin_lib.lessons.together.vote import Option, Poll, Reveal
from okin_lib.page.act import Act
from okin_lib.page.regions import Mistake

LONGEST_QUESTION = 400
LONGEST_OPTION = 200
FEWEST, MOST = 2, 5
"""Options."""


@frozen
class Offered:
    """What one lesson has to ask of a class."""

    title: str
    polls: tuple[Poll, ...]


@cache
def offered() -> tuple[Offered, ...]:
    """Return what each lesson has to ask, in order."""
    return tuple(Offered(plan.title, tuple(_polls(plan))) for plan in plans())


@cache
def by_id() -> Mapping[str, Poll]:
    """Return each question of the lessons, by its lesson and its own id."""
    return {poll.id: poll for lesson in offered() for poll in lesson.polls}


def posed(act: Act) -> Poll:
    """Return the question that was typed, with its options.

    Raises
    ------
    BadEvent
        If it is not so made that a class could answer it.
    """
    question = act.field("question")
    named = [f"option-{number}" for number in range(1, MOST + 1)]
    fields = act.value if isinstance(act.value, Mapping) else {}
    labels = [act.field(name) for name in named if str(fields.get(name, "")).strip()]
    if len(labels) < FEWEST or len({*labels}) < len(labels):
        raise Mistake(f"a question has {FEWEST} to {MOST} options, and no two the same")
    if len(question) > LONGEST_QUESTION or max(map(len, labels)) > LONGEST_OPTION:
        said = f"a question has at most {LONGEST_QUESTION} characters, an option {LONGEST_OPTION}"
        raise Mistake(said)
    options = (Option(f"o{number}", label) for number, label in enumerate(labels, 1))
    return Poll("", question, tuple(options))


def _polls(plan: Plan) -> Iterator[Poll]:
    for title, questions in steps(plan):
        for question in questions:
            options = (Option(each.id, each.label) for each in question.choices)
            yield Poll(
                id=f"{plan.id}:{question.id}",
                question=" ".join(question.question.split()),
                options=tuple(options),
                source=f"{plan.title}: {title}",
                reveal=_reveal(plan, question),
            )


def _reveal(plan: Plan, question: Question) -> Reveal | None:
    """Return what the lesson's board is to suppose; None where no board shows the answer."""
    board = plan.exercises.get("board") if isinstance(plan, LessonPlan) else plan.board
    if not isinstance(board, BoardPlan):
        return None
    predicted = question.id if isinstance(question, ToPredict) else ""
    supposes = _supposition(board, question)
    return Reveal(plan.id, predicted, supposes) if supposes else None


def _supposition(board: BoardPlan, question: Question) -> str:
    if question.tries:
        return question.tries
    every = {each.id: each for each in board.suppositions}
    if isinstance(question, ToPredict):
        opened = [each for each in question.opens if each in every]
        without = question.about.without if question.about else ()
        same = [each.id for each in every.values() if without and each.without == without]
        return next(iter([*opened, *same]), "")
    return ""
