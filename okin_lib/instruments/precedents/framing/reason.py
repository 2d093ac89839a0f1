"""What follows from what a learner takes to be material: a rule for each precedent, an answer."""

from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.instruments.precedents.framing.in_lesson import FramingPlan
from okin_lib.instruments.precedents.stance import stance
from okin_lib.reasoning.established import Year, facing, law_in
from okin_lib.reasoning.generality import Rule, rule, taken
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId

RECORD = "record"

Ticks = tuple[tuple[str, frozenset[FactorId]], ...]
"""By precedent, the factors taken to be material, in the order of the precedents."""


@lru_cache(maxsize=8)  # turning a page asks again
def follows(
    case: Case, plan: FramingPlan, reader: str, ticks: Ticks, on: frozenset[str]
) -> tuple[tuple[Rule, ...], Year]:
    """Return the rules, and whether by them the right was established at the time."""
    record = facing(case, Scenario(), plan.party)
    rules = tuple(_rule(case, plan.party, reader, *each) for each in ticks)
    takes = stance(case, taken(case, reader, dict(ticks)), on)
    return rules, law_in(case, record, takes, case.record.conduct_year, "clarity" in on)


@lru_cache(maxsize=64)  # a tick makes one rule another: half of what a click takes without
def _rule(case: Case, party: PartyId, by: str, of: str, factors: frozenset[FactorId]) -> Rule:
    return rule(case, of, factors, {RECORD: facing(case, Scenario(), party)}, by)
