"""The few facts that a task needs, as switches; all others are one step away."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board.in_lesson import BoardPlan, Switch, facts_shown
from okin_lib.instruments.board.shown import AtHand
from okin_lib.page.claims import RECORD
from okin_lib.page.supposition import in_a_clause
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import fact_status
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import Fact, FactId

NOT_IN_RECORD = "not in the record"
SEVERAL = "by several accounts"


@frozen
class SwitchRow:
    """A switch as it stands."""

    switch: Switch
    about: str
    """Whose accounts its facts are, and how many they are."""
    on: bool
    moved: str
    """"off" or "on" where it differs from the record; nothing where it does not."""
    page: str
    quote: str
    act: tuple[str, str]


def facts_in_play(
    case: Case,
    plan: BoardPlan,
    supposed: Scenario,
    at_hand: AtHand,
    changed: int,
    region: RegionId,
) -> str:
    """Return the switches of a lesson, or the way back to them where every fact is shown.

    Parameters
    ----------
    changed
        How many elements stand otherwise than on the record.
    """
    groups = [
        (group, [_row(case, each, supposed) for each in group.switches]) for group in plan.in_play
    ]
    total = len(facts_shown(case, plan)) + len(plan.hypotheticals)
    at_first = f"{len(plan.switches)} in play" if plan.switches else f"{total} facts"
    return render(
        "instruments/board/in_play",
        region=region,
        groups=groups,
        at_hand=at_hand,
        supposed=in_a_clause(case, supposed, plan.as_one),
        tally=f"{changed} changed" if supposed != RECORD else at_first,
        total=total,
        besides=(", readings" if plan.readings else "") + (", year" if plan.dated else ""),
    )


def is_supposed(case: Case, supposed: Scenario, fact: FactId) -> bool:
    """Return whether the fact is supposed to stand."""
    return fact in supposed.added if fact in case.hypotheticals else fact not in supposed.without


def _row(case: Case, switch: Switch, supposed: Scenario) -> SwitchRow:
    up = [fact for fact in switch.facts if is_supposed(case, supposed, fact)]
    usual = [fact for fact in switch.facts if fact in case.facts]
    first = case.atoms[switch.facts[0]]
    alone = len(switch.facts) == 1
    moved = "" if up == usual else "on" if not usual else "off"
    return SwitchRow(
        switch=switch,
        about=" · ".join(_about(case, switch, len(up))),
        on=len(up) == len(switch.facts),
        moved=moved,
        page=first.page if isinstance(first, Fact) else "",
        quote=first.quote if isinstance(first, Fact) else "",
        act=("toggle", switch.facts[0]) if alone else ("bundle", switch.id),
    )


def _about(case: Case, switch: Switch, up: int) -> Iterator[str]:
    facts = [case.facts[key] for key in switch.facts if key in case.facts]
    if len(facts) < len(switch.facts):
        yield NOT_IN_RECORD
    statuses = {fact.status for fact in facts}
    if statuses:
        yield fact_status(case, statuses.pop()) if len(statuses) == 1 else SEVERAL
    if (count := len(switch.facts)) > 1:
        yield f"{count} facts" if up in (0, count) else f"{up} of {count} facts"
