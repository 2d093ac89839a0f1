"""A fact pattern: another case, given by its factors alone."""

from collections.abc import Mapping
from typing import Literal, NewType

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.readings import ReadingId
from okin_lib.reasoning.expectation import Expectation
from okin_lib.record.types import NO_PARTY, PartyId, Support

Posture = Literal["pleading", "summary-judgment", "directed-verdict", "unknown"]
Violence = Literal["domestic", "other", "unknown"]
Year = NewType("Year", int)
CourtName = NewType("CourtName", str)
FactorValue = bool | None
"""Present, absent, or unknown (None; in a file, ``unknown``)."""

DOMESTIC: Mapping[Violence, FactorValue] = {"domestic": True, "other": False, "unknown": None}


@frozen
class PatternParty:
    """A party of a fact pattern."""

    id: PartyId
    role: Literal["officer", "municipality"] = "officer"
    name: str = ""
    employer: PartyId = NO_PARTY
    """For an officer, the id of the municipality that answers for him, if it is a party."""
    factors: dict[FactorId, FactorValue] = {}
    """Factor id to its value; one that is not named is unknown."""
    because: dict[FactorId, Support] = {}
    """Factor id to a passage of the opinion on which its value rests."""


@frozen
class Pattern:
    """Another case, as its factors."""

    title: str
    date: Year
    """The year of the conduct; where only the decision is known, its year."""
    court: CourtName
    posture: Posture
    violence: Violence
    """What kind of private violence it was."""
    parties: tuple[PatternParty, ...]
    precedent: str = ""
    """Id of the opinion's own precedent that this is, if it is one: its factors count for
    every officer, and what the opinion does not say became of it is not stated."""
    readings: dict[ReadingId, str] = {}
    note: str = ""
    """What a reader should know of the choices made in it."""
    expect: tuple[Expectation, ...] = ()
    """The results expected of it."""


def given(case: Case, pattern: Pattern, party: PatternParty) -> dict[FactorId, FactorValue]:
    """Return what is given of the party's factors: by it, by its precedent, and of all."""
    kind = {case.doctrine.domestic: DOMESTIC[pattern.violence]}
    own = case.precedents.get(pattern.precedent)
    present = dict.fromkeys(own.factors, True) if own and party.role == "officer" else {}
    return {**kind, **present, **party.factors}
