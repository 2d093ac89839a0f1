"""A look at how the claims are made up."""

from okin_lib.instruments.lanes.view import lanes
from okin_lib.page.look import PARTY, WHAT_FOLLOWS, Look, Seen


def _lanes(seen: Seen) -> str:
    return lanes(seen.case, seen.analysis, seen.party(PARTY), seen.region)


LANES = Look("lanes", "How the claims are made up", (PARTY,), _lanes, "Claims", WHAT_FOLLOWS)
