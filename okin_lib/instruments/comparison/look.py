"""Two looks at two things side by side: two parties, or a party now and on the record."""

from okin_lib.instruments.comparison.view import comparison
from okin_lib.page.look import LEFT, PARTY, RIGHT, WHAT_FOLLOWS, Look, Seen


def _parties(seen: Seen) -> str:
    left, right = seen.party(LEFT), seen.party(RIGHT)
    sides = (seen.analysis, left), (seen.analysis, right)
    return comparison(seen.case, *sides, seen.region, seen.unfolded)


def _record(seen: Seen) -> str:
    party = seen.party(PARTY)
    sides = (seen.record, party), (seen.analysis, party)
    return comparison(seen.case, *sides, seen.region, seen.unfolded)


PARTIES = Look(
    "parties", "Two parties side by side", (LEFT, RIGHT), _parties, "Two parties", WHAT_FOLLOWS
)
BESIDE_THE_RECORD = Look("record", "Beside the record", (PARTY,), _record, question=WHAT_FOLLOWS)
