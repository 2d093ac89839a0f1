"""What a lesson asks, step by step as its page calls them: for what is printed of it."""

from collections.abc import Iterable, Sequence

from okin_lib.lessons.check import CHECK, NAMED, RECALL, TITLE
from okin_lib.lessons.lesson_file import Asks, Question
from okin_lib.lessons.predict import ANEW, OPENING
from okin_lib.record.types import Support

Step = tuple[str, Sequence[Question]]
"""What it is called, and its questions."""


def steps(plan: Asks) -> list[Step]:
    """Return the steps of a lesson that ask something, in order."""
    every: list[Step] = [
        (TITLE[RECALL], plan.recall),
        (OPENING.title, [plan.prediction] if plan.prediction else []),
        (TITLE[NAMED], [plan.named] if plan.named else []),
        (ANEW.title, [plan.again] if plan.again else []),
        (TITLE[CHECK], plan.checks),
    ]
    return [(title, questions) for title, questions in every if questions]


def quoted(plan: Asks) -> list[Support]:
    """Return one support of each passage that a lesson's questions rest on, in order of page."""
    every = [*_rested_on(plan.questions), *(plan.exit.hints if plan.exit else ())]
    by_passage = {(each.page, each.quote): each for each in reversed(every)}
    return [by_passage[passage] for passage in sorted(by_passage)]


def _rested_on(questions: Iterable[Question]) -> Iterable[Support]:
    for question in questions:
        yield from (each for choice in question.choices for each in choice.because)
        yield from [question.rests_on] if question.rests_on else []
