"""What is supposed at once, whose law is read, and the way back."""

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board.in_lesson import BoardPlan, Shortcut
from okin_lib.page.template import RegionId, render
from okin_lib.reasoning.posed import full_readings
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Scenario

AS_IT_IS = "record"
"""The supposition that nothing of the record differs."""
IN_WORDS = 4  # more than these do not stand in a row beside what they are called


def bar(case: Case, plan: BoardPlan, supposed: Scenario, not_opened: str, region: RegionId) -> str:
    """Return the suppositions and the courts to choose from, and what goes back.

    Parameters
    ----------
    not_opened
        Why the link that was followed could not be read, if it could not.
    """
    readings = full_readings(case, supposed)
    offered = [(AS_IT_IS, "The record"), *((each.id, each.label) for each in plan.suppositions)]
    made = supposition_of(case, plan, supposed)
    alters = bool(supposed.without or supposed.added)
    return render(
        "instruments/board/bar",
        region=region,
        not_opened=not_opened,
        suppositions=offered,
        many=len(offered) > IN_WORDS,
        made=made.id if made else "" if alters else AS_IT_IS,
        courts=[(each.id, each.label) for each in case.doctrine.presets],
        court=next((e.id for e in case.doctrine.presets if e.readings == readings), ""),
    )


def supposition_of(case: Case, plan: BoardPlan, supposed: Scenario) -> Shortcut | None:
    """Return the supposition that is made, if one is and nothing else of the record differs."""
    for each in plan.suppositions:
        made = scenario(case, each.without, each.added)
        if (made.without, made.added) == (supposed.without, supposed.added):
            return each
    return None
