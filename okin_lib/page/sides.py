"""What a side is called where something is asked of a party, and whose argument a reason is."""

from okin_lib.doctrine.case import Case
from okin_lib.record.types import NO_PARTY, PartyId, Side, Support


def side_of(case: Case, side: Side, party: PartyId) -> str:
    """Return what a side is called where it is asked how something stands for the party.

    A municipality answers for itself, and not for its officers.
    """
    called = case.record.sides[side]
    if party == NO_PARTY:  # argued of the case as a whole
        return called.label
    return called.by_role.get(case.parties[party].role, called.label)


def argued(case: Case, support: Support, party: PartyId, leaning: bool = False) -> str:
    """Return whose argument a contested reason is, ready to stand before it.

    Parameters
    ----------
    party
        Of whom the point is contested; `NO_PARTY` where it is of the case as a whole.
    leaning
        Whether it is why an open point leans to that side, and no argument of the side's own.
    """
    if support.side is None:
        return ""
    return f"{'Leans to' if leaning else 'For'} {side_of(case, support.side, party)}: "
