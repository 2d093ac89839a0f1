"""A lesson on paper, for when nothing can be shown: what it asks, and nothing that answers it."""

from collections.abc import Sequence

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board.in_lesson import BoardPlan
from okin_lib.lessons.check import passages_of
from okin_lib.lessons.lesson_file import Asks, LessonPlan, Plan, Question, ToPredict
from okin_lib.lessons.printed import quoted, steps
from okin_lib.page.template import render
from okin_lib.record.types import Fact, FactId, Hypothetical, Support


@frozen
class OnPaper:
    """A question, the passages to choose from, and whether a reason is asked for."""

    question: Question
    passages: Sequence[Support]
    reasoned: bool


@frozen
class Switched:
    """What is switched on a lesson's board as one, and its facts."""

    label: str
    facts: tuple[Fact | Hypothetical, ...]


def handout(case: Case, plan: Plan) -> Markup:
    """Return what a lesson asks, what can be switched in it, and the passages, for paper."""
    board = plan.exercises.get("board") if isinstance(plan, LessonPlan) else plan.board
    return render(
        "lessons/handout",
        case=case,
        plan=plan,
        steps=[(title, [_on_paper(plan, each) for each in its]) for title, its in steps(plan)],
        switches=_switches(case, board),
        quoted=quoted(plan),
    )


def _on_paper(plan: Asks, question: Question) -> OnPaper:
    predicted = isinstance(question, ToPredict)
    passages = () if predicted else passages_of(question)
    return OnPaper(question, passages, predicted or question is plan.named)


def _switches(case: Case, board: BoardPlan | None) -> Sequence[Switched]:
    """What is in play on a board; its first facts, where nothing is said to be."""
    if board is None:
        return ()
    if board.switches:
        return [_switched(case, each.label, each.facts) for each in board.switches.values()]
    return [_switched(case, case.events[each.event].title, each.first) for each in board.occasions]


def _switched(case: Case, label: str, facts: Sequence[FactId]) -> Switched:
    return Switched(label, tuple(case.atoms[fact] for fact in facts))
