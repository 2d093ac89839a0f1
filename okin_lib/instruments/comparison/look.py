"""Two looks at two things side by side: two parties, or a party now and on the record."""

from okin_lib.instruments.comparison.view import comparison
from okin_lib.page.look import LEFT, PARTY, RIGHT, WHAT_FOLLOWS, Look, Seen


def _parties(seen: Seen) -> str:
    left, right = seen.party(LEFT), seen.party(RIGHT)
    return comparison(seen.case, (seen.analysis, left), (seen.analysis, right), seen.region)


def _record(seen: Seen) -> str:
    party = seen.party(PARTY)
    return comparison(seen.case, (seen.record, party), (seen.analysis, party), seen.region)


PARTIES = Look(
    "parties", "Two parties side by side", (LEFT, RIGHT), _parties, "Two parties", WHAT_FOLLOWS
)
BESIDE_THE_RECORD = Look("record", "Beside the record", (PARTY,), _record, question=WHAT_FOLLOWS)
