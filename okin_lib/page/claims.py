"""The analysis of some of the claims, where a page shows no others."""

from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.types import Analysis, Scenario
from okin_lib.record.types import PartyId

RECORD = Scenario()


# Every region of a page asks for the same analysis, and for the record's.
@lru_cache(maxsize=64)
def shown(case: Case, claims: tuple[str, ...], supposed: Scenario) -> Analysis:
    """Return the analysis of these claims."""
    return analyze(case, supposed, claims)


def parties(case: Case, claims: tuple[str, ...]) -> list[PartyId]:
    """Return the parties on whom something is found, on these claims."""
    found = shown(case, claims, RECORD).findings
    return list(dict.fromkeys(finding.party for finding in found))
