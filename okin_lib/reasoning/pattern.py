"""A fact pattern: another case, given by its factors alone, put to the law of this opinion.

Nothing that the court held of its own record counts in it: only the rules that the opinion
states, and what precedent forces. A factor that is not given is unknown, and unknown is never
taken as absent.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NewType

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.factors import Condition
from okin_lib.doctrine.precedents import Precedent
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.expectation import Expectation
from okin_lib.reasoning.factors import Scope
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.motion import asked, elements_of, motion, stands
from okin_lib.reasoning.party_case import Hearing
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Disposition, Finding, Readings
from okin_lib.record.types import Support

Posture = Literal["pleading", "summary-judgment", "directed-verdict", "unknown"]
Violence = Literal["domestic", "other", "unknown"]
Year = NewType("Year", int)
CourtName = NewType("CourtName", str)
FactorValue = bool | None
"""Present, absent, or unknown (None; in a file, ``unknown``)."""

DOMESTIC: Mapping[Violence, FactorValue] = {"domestic": True, "other": False, "unknown": None}
NOBODYS = Scope(frozenset(), frozenset())


@frozen
class PatternParty:
    """A party of a fact pattern.

    Attributes
    ----------
    employer
        For an officer, the id of the municipality that answers for him, if it is a party.
    factors
        Factor id to its value; one that is not named is unknown.
    because
        Factor id to a passage of the opinion on which its value rests.
    """

    id: str
    role: Literal["officer", "municipality"] = "officer"
    name: str = ""
    employer: str = ""
    factors: dict[str, FactorValue] = {}
    because: dict[str, Support] = {}


@frozen
class Pattern:
    """Another case, as its factors.

    Attributes
    ----------
    date
        The year of the conduct; where only the decision is known, its year.
    violence
        What kind of private violence it was.
    precedent
        Id of the opinion's own precedent that this is, if it is one: its factors count for
        every officer, and what the opinion does not say became of it is not stated.
    note
        What a reader should know of the choices made in it.
    expect
        The results expected of it.
    """

    title: str
    date: Year
    court: CourtName
    posture: Posture
    violence: Violence
    parties: tuple[PatternParty, ...]
    precedent: str = ""
    readings: dict[str, str] = {}
    note: str = ""
    expect: tuple[Expectation, ...] = ()


@frozen
class PatternAnalysis:
    """Every finding and disposition of a fact pattern, party by party.

    Attributes
    ----------
    set_aside
        By party, factors given that what else is given contradicts; they are not counted.
    notice
        What a reader must know of the answer as a whole; empty if there is nothing.
    """

    pattern: Pattern
    findings: tuple[Finding, ...]
    dispositions: tuple[Disposition, ...]
    set_aside: Mapping[str, tuple[str, ...]]
    notice: str


def analyze_pattern(case: Case, pattern: Pattern) -> PatternAnalysis:
    """Return every finding and disposition of the pattern.

    Raises
    ------
    UnknownName
        For a reading or a value of one that the case does not have.
    """
    hearings = hear(case, pattern)
    return PatternAnalysis(
        pattern=pattern,
        findings=tuple(
            _finding(case, hearings[party.id], key, party.id)
            for key, element in case.elements.items()
            for party in pattern.parties
            if party.role in element.applies
        ),
        dispositions=tuple(_dispositions(case, pattern, hearings)),
        set_aside={
            party.id: gone
            for party in pattern.parties
            if (gone := _set_aside(case, _known(case, pattern, party)))
        },
        notice=_notice(case, pattern),
    )


def hear(case: Case, pattern: Pattern) -> dict[str, Hearing]:
    """Return each party's hearing; a municipality's draws on its officers'."""
    chosen = scenario(case, readings=pattern.readings).readings
    readings = tuple({**case.defaults, **dict(chosen)}.items())
    hearings: dict[str, Hearing] = {}
    for party in sorted(pattern.parties, key=lambda party: party.role != "officer"):
        officers = (p.id for p in pattern.parties if p.employer == party.id)
        hearing = _hearing(case, pattern, party, readings)
        hearings[party.id] = evolve(hearing, officers=tuple(hearings[key] for key in officers))
    return hearings


def _hearing(case: Case, pattern: Pattern, party: PatternParty, readings: Readings) -> Hearing:
    situation = put(case, _known(case, pattern, party))
    return Hearing(
        case=case,
        party="",
        readings=readings,
        year=pattern.date,
        on_record=False,
        whose=NOBODYS,
        situation=situation,
        values={factor: situation.value(factor) for factor in case.factors},
        baseline={},
        settled={},
        unstated=frozenset(_unstated(case, pattern)),
        own_precedent=pattern.precedent,
    )


def put(case: Case, given: Mapping[str, bool]) -> Situation:
    """Return the situation in which the factors ``given`` are so, and others are unknown.

    What is given of a factor that only sums up others counts as far as the rest allows it.
    """
    derived = _derived(case)
    values: dict[str, bool | None] = {
        key: given.get(key, False if factor.optional else None)
        for key, factor in case.factors.items()
        if key not in derived
    }
    situation = Situation(values, derived)
    for key in derived.keys() & given.keys():
        stated = evolve(situation, stated={**situation.stated, key: given[key]})
        situation = stated if stated.possible else situation
    return situation


def _set_aside(case: Case, given: Mapping[str, bool]) -> tuple[str, ...]:
    stated = put(case, given).stated
    return tuple(key for key in _derived(case) if key in given and key not in stated)


@lru_cache(maxsize=8)
def _derived(case: Case) -> Mapping[str, Condition]:
    return {k: f.arises.holds_when for k, f in case.factors.items() if f.arises.holds_when}


def given(case: Case, pattern: Pattern, party: PatternParty) -> dict[str, FactorValue]:
    """Return what is given of the party's factors: by it, by its precedent, and of all."""
    kind = {case.doctrine.domestic: DOMESTIC[pattern.violence]}
    own = _precedent(case, pattern)
    present = dict.fromkeys(own.factors, True) if own and party.role == "officer" else {}
    return {**kind, **present, **party.factors}


def _known(case: Case, pattern: Pattern, party: PatternParty) -> dict[str, bool]:
    values = given(case, pattern, party)
    return {key: value for key, value in values.items() if value is not None}


def _precedent(case: Case, pattern: Pattern) -> Precedent | None:
    return next((p for p in case.doctrine.precedents if p.id == pattern.precedent), None)


def _unstated(case: Case, pattern: Pattern) -> Iterator[str]:
    """Yield the elements on which the opinion does not say how such a case comes out."""
    outcomes, own = case.doctrine.outcomes, _precedent(case, pattern)
    if own is not None and own.violation == "not-stated":
        yield from outcomes["violation"]
    said_nothing = own is not None and own.immunity == "not-stated"
    if said_nothing or not _binds(case, pattern):
        yield from outcomes["immunity"]


def _binds(case: Case, pattern: Pattern) -> bool:
    doctrine = case.doctrine
    return doctrine.court_names.find(pattern.court, doctrine.courts) is not None


def _notice(case: Case, pattern: Pattern) -> str:
    """Say that the precedents do not bind the pattern's court, if they do not."""
    if _binds(case, pattern):
        return ""
    names = case.doctrine.court_names
    other = names.find(pattern.court, names.others)
    taken = "" if other else f"{pattern.court} was taken for another court. "
    return (
        f"{taken}The precedents of this opinion do not bind {other or 'it'}, so whether the "
        "right was clearly established there is not stated."
    )


def _finding(case: Case, hearing: Hearing, key: str, party: str) -> Finding:
    element, found = case.elements[key], outcome(hearing, key)
    touched = case.touches[key]
    return Finding(
        claim=element.claim,
        element=key,
        party=party,
        kind=element.kind,
        status=found.status,
        grade=found.grade,
        lean=found.lean,
        because=found.because,
        facts=(),
        factors=tuple((factor, hearing.values[factor]) for factor in touched),
        authority=found.authority,
        collective=False,
    )


def _dispositions(
    case: Case, pattern: Pattern, hearings: Mapping[str, Hearing]
) -> Iterator[Disposition]:
    for claim in case.doctrine.claims:
        for party in pattern.parties:
            if claim.parts is not None and asked(case, claim, party.role):
                yield _disposition(hearings[party.id], claim, party.id)


def _disposition(hearing: Hearing, claim: Claim, party: str) -> Disposition:
    weighed = stands(hearing, claim)
    statuses = {outcome(hearing, key).status for key in elements_of(claim)}
    silent = weighed.truth is None and "not-stated" in statuses
    return Disposition(
        claim=claim.id,
        party=party,
        motion="not-stated" if silent else motion(weighed),
        on_appeal="not-addressed",
        grade=weighed.grade,
        because=(),
    )
