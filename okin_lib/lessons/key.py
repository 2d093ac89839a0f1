"""An answer key, for whoever teaches, as Markdown: from what the lessons' files say."""

from collections.abc import Iterable, Iterator, Mapping

from okin_lib.doctrine.case import Case
from okin_lib.files.markdown import escaped
from okin_lib.lessons.lesson_file import Choice, Plan, Question
from okin_lib.lessons.library import studied
from okin_lib.lessons.printed import steps
from okin_lib.page.words import spoken_by
from okin_lib.record.types import Support

ABOUT = (
    "For whoever teaches. An answer is what the opinion says, or what this model finds. Where "
    "readers differ none is marked, and each choice stands with what it rests on."
)
SPLIT = "No answer is marked. Each choice, with what it rests on:"


def key(plans: Iterable[Plan], misconceptions: Mapping[str, str]) -> str:
    """Return the key to the questions of these lessons.

    Parameters
    ----------
    misconceptions
        By id, what those that lead to an answer take to be so.
    """
    lessons = (part for plan in plans for part in _lesson(plan, misconceptions))
    parts = ["# Answer key", ABOUT, *lessons]
    return "\n\n".join(parts) + "\n"


def _lesson(plan: Plan, misconceptions: Mapping[str, str]) -> Iterator[str]:
    case = studied(plan)
    yield f"## {_plain(plan.title)}"
    for title, questions in steps(plan):
        yield f"### {title}"
        for question in questions:
            yield from _question(case, question, misconceptions)
    if plan.exit:
        yield "### Before you go"
        yield f"**{_plain(plan.exit.question)}** {_plain(plan.exit.task)}".rstrip()
        yield "\n".join(f"- {_passage(case, each)}" for each in plan.exit.hints)


def _question(case: Case, question: Question, misconceptions: Mapping[str, str]) -> Iterator[str]:
    def choice(of: Choice, said: str) -> str:
        took = misconceptions.get(of.misconception, "")
        tempts = f" (taken to be so: {_plain(took)})" if took else ""
        why = f"- **{said}{_plain(of.label)}**{tempts} {_plain(of.feedback)}"
        return "\n".join([why, *(f"  - {_passage(case, each)}" for each in of.because)])

    yield f"**{_plain(question.question)}**"
    right = question.answers.get(question.answer)
    others = [each for each in question.choices if each is not right]
    if right:
        yield choice(right, "Answer: ")
    else:
        yield SPLIT
    if question.rests_on:
        yield f"It rests on this. {_passage(case, question.rests_on)}"
    yield from (choice(each, "Not: " if right else "") for each in others)


def _passage(case: Case, support: Support) -> str:
    where = f"({support.page}; {spoken_by(case, support)})"
    return f"{_plain(support.text)} “{_plain(support.quote)}” {where}"


def _plain(text: str) -> str:
    return escaped(" ".join(text.split()))
