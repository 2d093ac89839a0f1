"""What feeds the elements of a line: kinds of facts, and what they can bear on."""

from collections.abc import Collection

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.instruments.board.in_lesson import BoardPlan, SwitchGroup
from okin_lib.instruments.board.in_play import is_supposed
from okin_lib.page.drawer import Feed
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import FactId


def feeds(case: Case, plan: BoardPlan, supposed: Scenario) -> tuple[Feed, ...]:
    """Return how much of each kind in play stands, and the elements that it can bear on."""
    return tuple(_feed(case, group, supposed) for group in plan.in_play)


def _feed(case: Case, group: SwitchGroup, supposed: Scenario) -> Feed:
    facts = group.facts
    up = {fact: is_supposed(case, supposed, fact) for fact in facts}
    on = [each for each in group.switches if any(up[fact] for fact in each.facts)]
    moved = any(stands is not (fact in case.facts) for fact, stands in up.items())
    fed = frozenset(key for key in case.elements if _bears(case, facts, key))
    return Feed(group.short, len(on), len(group.switches), moved, fed)


def _bears(case: Case, facts: Collection[FactId], element: ElementId) -> bool:
    return any(not case.feeds[key].isdisjoint(facts) for key in case.touches[element])
