"""A fact pattern: another case, given by its factors alone."""

from collections.abc import Iterator, Mapping
from typing import Literal, NewType

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.contradiction import with_implied
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.patterns import LimitName
from okin_lib.doctrine.readings import ReadingId
from okin_lib.patterns.expectation import Expectation
from okin_lib.record.called import OF_ANY_CASE
from okin_lib.record.types import NO_PARTY, Party, PartyId, Support

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
    """For an officer, the id of the municipality that answers for them, if it is a party."""
    factors: dict[FactorId, FactorValue] = {}
    """Factor id to its value; one that is not named is unknown, unless the pattern is complete."""
    because: dict[FactorId, Support] = {}
    """Factor id to a passage of the opinion on which its value rests."""
    complete: bool | None = None
    """Whether its factors are all that is shown of it; by default what the pattern says."""
    color_of_law: bool = True
    """Whether an officer acted under color of law."""


@frozen
class Either:
    """One or the other: a factor that is so of a party, where it is not known which."""

    parties: tuple[PartyId, ...]
    factors: tuple[FactorId, ...]

    def __str__(self) -> str:
        return f"one of {', '.join(self.factors)}"

    @property
    def id(self) -> FactorId:
        """What it is among the factors: one that sums up others."""
        return FactorId(str(self))


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
    complete: bool = False
    """Whether it is the whole complaint or record: what is not named is not shown."""
    custody: bool = False
    """Whether the State held the victim in custody."""
    wrongdoer: Literal["private", "none"] = "private"
    """Whether a private person did the harm."""
    claims: tuple[str, ...] = ()
    """Ids of the claims that are pleaded; all, if none is named."""
    either: tuple[Either, ...] = ()


def with_parties_of(case: Case, pattern: Pattern) -> Case:
    """Return the case with the parties of the pattern, its sides named as those of any case."""
    parties = tuple(
        Party(each.id, each.name or each.id, each.role, "", "", "", each.employer)
        for each in pattern.parties
    )
    return evolve(case, record=evolve(case.record, parties=parties, sides=dict(OF_ANY_CASE)))


def given(case: Case, pattern: Pattern, party: PatternParty) -> dict[FactorId, FactorValue]:
    """Return what is given of the party's factors: by it, by its precedent, and of all."""
    kind = {case.doctrine.domestic: DOMESTIC[pattern.violence]}
    own = case.precedents.get(pattern.precedent)
    present = dict.fromkeys(own.factors, True) if own and party.role == "officer" else {}
    return {**kind, **present, **party.factors}


def known(case: Case, pattern: Pattern, party: PatternParty) -> dict[FactorId, bool]:
    """Return what is known of the party's factors: given, implied, or not shown."""
    named = given(case, pattern, party)
    values = {key: value for key, value in named.items() if value is not None}
    if not (pattern.complete if party.complete is None else party.complete):
        return values
    by_definition = case.doctrine.implied
    found = with_implied(by_definition, values)
    perhaps = [key for key, value in named.items() if value is None]
    perhaps += (key for each in concerning(pattern, party) for key in each.factors)
    spoken = {implied for key in perhaps for implied in with_implied(by_definition, {key: True})}
    silent = (key for key in case.factors if key not in spoken | found.keys())
    return found | {key: False for key in silent if case.factors[key].absence == "not-shown"}


def concerning(pattern: Pattern, party: PatternParty) -> Iterator[Either]:
    """Yield each either that may be so of the party, or is so of its officers."""
    employed = {each.id for each in pattern.parties if each.employer == party.id}
    for each in pattern.either:
        if party.id in each.parties or (
            len(each.parties) > 1 and employed.issuperset(each.parties)
        ):
            yield each


def limits(pattern: Pattern, party: PatternParty) -> Iterator[LimitName]:
    """Yield what is said of the party's case of which the opinion's rules do not speak."""
    if pattern.custody:
        yield "custody"
    if pattern.wrongdoer == "none":
        yield "no-wrongdoer"
    if not party.color_of_law:
        yield "no-color-of-law"
