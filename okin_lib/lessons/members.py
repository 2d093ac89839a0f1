"""What asks a learner something, made of a lesson's plan."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.instruments.glossary.view import meanings, terms_in
from okin_lib.lessons.check import NAMED, RECALL, Naming, SelfCheck
from okin_lib.lessons.leave import Leaving
from okin_lib.lessons.lesson_file import Asks, Plan
from okin_lib.lessons.predict import AGAIN, ANEW, UNTRIED, Prediction, Words
from okin_lib.lessons.prose import prose
from okin_lib.lessons.tasks import Tasks
from okin_lib.page.acting import Acting
from okin_lib.page.regions import BadEvent, RegionId

WORDS = RegionId("words")
UNASKED: Mapping[str, tuple[str, Any]] = {
    "tasks": ("tasks", ()),
    "named": ("named", None),
    "again": ("again", None),
    "check": ("checks", ()),
}
"""By member, the field of a plan that it is made of, and what that holds if it asks nothing."""


def asking(case: Case, plan: Asks, first: Words) -> dict[str, Any]:
    """Return what asks the questions of a plan, by the field that holds it.

    Parameters
    ----------
    first
        What the first prediction is called, and what comes of it.
    """
    anew = ANEW if plan.again and plan.again.opens else UNTRIED
    made = {
        "recall": plan.recall and SelfCheck(case, plan.recall, RECALL),
        "prediction": plan.prediction and Prediction(case, plan.prediction, words=first),
        "tasks": plan.tasks and Tasks(plan.tasks, plan.tasks[0].id),
        "named": plan.named and Naming(case, (plan.named,), NAMED),
        "again": plan.again and Prediction(case, plan.again, AGAIN, anew),
        "check": plan.checks and SelfCheck(case, plan.checks),
        "leaving": plan.exit and Leaving(case, plan.exit),
    }
    return {name: member for name, member in made.items() if member}


# They are the same after every act.
@lru_cache(maxsize=32)
def words(case: Case, plan: Plan, closed: frozenset[str] = frozenset()) -> str:
    """Return what each word that a lesson uses and the glossary has means, as a region.

    Parameters
    ----------
    closed
        The members that are not open yet: which words they use could answer what is asked.
    """
    unasked = evolve(plan, **{UNASKED[name][0]: UNASKED[name][1] for name in closed & {*UNASKED}})
    return meanings(case, terms_in(case, prose(unasked)), WORDS)


def refuse_another_prediction(before: Mapping[str, Acting], after: Mapping[str, Acting]) -> None:
    """Raise `BadEvent` if one that is committed would change."""
    for name, was in before.items():
        now = after[name]
        if not isinstance(was, Prediction) or not was.committed:
            continue
        if not isinstance(now, Prediction) or was.answered != now.answered:
            raise BadEvent("a prediction is committed here, and it stays as it is")


def to_be_made(members: Mapping[str, Acting]) -> str:
    """Return the name of the first prediction that is not committed; empty if all are."""
    for name, member in members.items():
        if isinstance(member, Prediction) and not member.committed:
            return name
    return ""


def unaided(members: Mapping[str, Acting]) -> Mapping[str, Acting]:
    """Return the members; the last has no passages yet while a prediction is still to be made.

    What an answer can draw on there is what a prediction asks for.
    """
    last = members["leaving"]
    if not to_be_made(members) or not isinstance(last, Leaving):
        return members
    return {**members, "leaving": evolve(last, asked=evolve(last.asked, hints=()))}


def reminded(members: Mapping[str, Acting]) -> Mapping[str, Acting]:
    """Return the members, those that ask for a reason again with the one that came first."""
    first = members.get("prediction")
    if not isinstance(first, Prediction):
        return members
    again = {
        name: evolve(each, because=first.because)
        for name, each in members.items()
        if isinstance(each, SelfCheck) and each.region != RECALL
    }
    return {**members, **again}
