"""A fact pattern put to the law of this opinion.

Nothing that the court held of its own record counts in it: only the rules that the opinion
states, and what precedent forces. A factor that is not given is unknown, and unknown is never
taken as absent.
"""

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.reasoning.analysis import finding, turned_on
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.factors import situation_of
from okin_lib.reasoning.motion import asked, elements_of, motion, survives
from okin_lib.reasoning.party_case import PartyCase
from okin_lib.reasoning.pattern import Pattern, PatternParty, given
from okin_lib.reasoning.posed import Scope, full_readings
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Disposition, Finding, Readings
from okin_lib.record.types import PartyId

NOBODYS = Scope(frozenset(), frozenset())


@frozen
class PatternAnalysis:
    """Every finding and disposition of a fact pattern, party by party."""

    pattern: Pattern
    findings: tuple[Finding, ...]
    dispositions: tuple[Disposition, ...]
    set_aside: Mapping[PartyId, tuple[FactorId, ...]]
    """By party, factors given that what else is given contradicts; they are not counted."""
    notice: str
    """What a reader must know of the answer as a whole; empty if there is nothing."""


def analyze_pattern(case: Case, pattern: Pattern) -> PatternAnalysis:
    """Return every finding and disposition of the pattern.

    Raises
    ------
    UnknownName
        For a reading or a value of one that the case does not have.
    """
    cases = pattern_cases(case, pattern)
    return PatternAnalysis(
        pattern=pattern,
        findings=tuple(
            finding(own, key, party.id, turned_on(own, key), ())
            for key, element in case.elements.items()
            for party in pattern.parties
            if party.role in element.applies
            for own in [cases[party.id]]
        ),
        dispositions=tuple(_dispositions(case, pattern, cases)),
        set_aside={
            party.id: gone
            for party in pattern.parties
            if (gone := _set_aside(case, _known(case, pattern, party)))
        },
        notice=_notice(case, pattern),
    )


def pattern_cases(case: Case, pattern: Pattern) -> dict[PartyId, PartyCase]:
    """Return each party's case; a municipality's draws on its officers'."""
    readings = tuple(full_readings(case, scenario(case, readings=pattern.readings)).items())
    found: dict[PartyId, PartyCase] = {}
    for party in sorted(pattern.parties, key=lambda party: party.role != "officer"):
        officers = (p.id for p in pattern.parties if p.employer == party.id)
        own = _pattern_case(case, pattern, party, readings)
        found[party.id] = evolve(own, officers=tuple(found[key] for key in officers))
    return found


def _pattern_case(
    case: Case, pattern: Pattern, party: PatternParty, readings: Readings
) -> PartyCase:
    situation = situation_of(case, _known(case, pattern, party))
    return PartyCase(
        case=case,
        party=None,
        readings=readings,
        year=pattern.date,
        on_record=False,
        whose=NOBODYS,
        on=frozenset(),
        situation=situation,
        values={factor: situation.value(factor) for factor in case.factors},
        baseline={},
        settled={},
        unstated=frozenset(_unstated(case, pattern)),
        own_precedent=pattern.precedent or None,
    )


def _set_aside(case: Case, known: Mapping[FactorId, bool]) -> tuple[FactorId, ...]:
    stated = situation_of(case, known).stated
    return tuple(key for key in case.derived if key in known and key not in stated)


def _known(case: Case, pattern: Pattern, party: PatternParty) -> dict[FactorId, bool]:
    values = given(case, pattern, party)
    return {key: value for key, value in values.items() if value is not None}


def _unstated(case: Case, pattern: Pattern) -> Iterator[ElementId]:
    """Yield the elements on which the opinion does not say how such a case comes out."""
    outcomes, own = case.doctrine.outcomes, case.precedents.get(pattern.precedent)
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


def _dispositions(
    case: Case, pattern: Pattern, cases: Mapping[PartyId, PartyCase]
) -> Iterator[Disposition]:
    for claim in case.doctrine.claims:
        for party in pattern.parties:
            if claim.parts is not None and asked(case, claim, party.role):
                yield _disposition(cases[party.id], claim, party.id)


def _disposition(own: PartyCase, claim: Claim, party: PartyId) -> Disposition:
    weighed = survives(own, claim)
    statuses = {outcome(own, key).status for key in elements_of(claim)}
    silent = weighed.truth is None and "not-stated" in statuses
    return Disposition(
        claim=claim.id,
        party=party,
        motion="not-stated" if silent else motion(weighed),
        on_appeal="not-addressed",
        grade=weighed.grade,
        because=(),
    )
