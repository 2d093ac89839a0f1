"""A look at the evidence of each side."""

from okin_lib.instruments.evidence.view import evidence
from okin_lib.page.look import PARTY, WHO_SAYS_SO, Look, Seen


def _evidence(seen: Seen) -> str:
    party = seen.party(PARTY)
    return evidence(seen.case, seen.analysis, party, seen.region, seen.unfolded)


EVIDENCE = Look(
    "evidence", "The evidence of each side", (PARTY,), _evidence, "Evidence", WHO_SAYS_SO
)
