"""What a finding turns on, as far as a click can wait for it; and whose decision covers it."""

from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.reasoning.pivotal import Pivotal, pivotal
from okin_lib.reasoning.types import Finding, Scenario
from okin_lib.record.types import PartyId

EFFORT = 100
"""The sets of facts that are tried: what takes more is said to be unsettled, and a click stays
quick."""


# A choice of a fact asks for the same again, and a figure for every party on every reading.
@lru_cache(maxsize=512)
def turning(case: Case, supposed: Scenario, element: ElementId, party: PartyId) -> Pivotal:
    """Return what the finding turns on in the scenario."""
    # Of a municipality each set asks for every officer of its own, too.
    effort = EFFORT // 2 if case.parties[party].role == "municipality" else EFFORT
    return pivotal(case, supposed, element, party, effort=effort)


def covered(case: Case, finding: Finding) -> bool:
    """Return whether the finding is the court's decision, or follows with all the more reason."""
    authorities = case.elements[finding.element].authorities
    held = [each.id for each in authorities if each.held]
    return finding.grade == "decided" or finding.authority in held
