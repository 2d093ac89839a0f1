"""Whether a scenario is what the assignment asks for: enough changes, one against one's side."""

from collections.abc import Iterator

from okin_lib.course.memo.brief import Assigned
from okin_lib.doctrine.case import Case
from okin_lib.doctrine.statuses import Motion
from okin_lib.page.outcomes import number
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.helping import helping
from okin_lib.reasoning.scenario import moved
from okin_lib.reasoning.types import Scenario
from okin_lib.record.called import OTHER
from okin_lib.record.types import FactId, Side

GOES_ON: dict[Motion, int] = {"granted": 0, "denied": 2}
"""How far a ruling leaves a claim alive; any other stands between the two."""


def shortfalls(assigned: Assigned) -> Iterator[str]:
    """Yield a sentence for each thing that the assignment asks for and the scenario lacks."""
    changes = list(_changes(assigned.case, assigned.scenario))
    asked = assigned.plan.changes
    if len(changes) < asked:
        yield (
            f"The assignment asks for at least {number(asked)} changes of the record; this "
            f"scenario makes {number(len(changes))}."
        )
    if assigned.seat == "judge":
        return
    side = assigned.seat
    if not any(_against(assigned, change, side) for change in changes):
        label = assigned.case.record.sides[side].label
        yield (
            f"The assignment asks for a change against the side that is argued, {label}; in "
            "this model none of the changes is one."
        )


def helped(case: Case, fact: FactId) -> frozenset[Side]:
    """Return the sides that a fact can help on some element."""
    return frozenset(
        side
        for element in case.elements.values()
        for side, _, its in helping(case, element)
        if its == fact
    )


def _changes(case: Case, scenario: Scenario) -> Iterator[Scenario]:
    """Yield each change of a scenario by itself; what goes off with the year is one with it."""
    dated = moved(case, Scenario(), scenario.year)
    for fact in sorted(scenario.without - dated.without):
        yield Scenario(without=frozenset([fact]))
    for fact in sorted(scenario.added):
        yield Scenario(added=frozenset([fact]))
    for chosen in scenario.readings:
        yield Scenario(readings=(chosen,))
    if dated != Scenario():
        yield dated


def _against(assigned: Assigned, change: Scenario, side: Side) -> bool:
    """Whether a change takes what helps the side, gives the other help, or moves a ruling."""
    case = assigned.case
    return (
        any(side in helped(case, fact) for fact in change.without)
        or any(OTHER[side] in helped(case, fact) for fact in change.added)
        or _moves_a_ruling(assigned, change, side)
    )


def _moves_a_ruling(assigned: Assigned, change: Scenario, side: Side) -> bool:
    alone = analyze(assigned.case, change)
    parties = {party.id for _, party in assigned.sued}
    sign = -1 if side == "plaintiff" else 1
    return any(
        sign * (GOES_ON.get(now.motion, 1) - GOES_ON.get(was.motion, 1)) > 0
        for was, now in zip(assigned.record.dispositions, alone.dispositions, strict=True)
        if now.party in parties
    )
