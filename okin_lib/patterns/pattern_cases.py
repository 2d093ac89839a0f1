"""From a fact pattern to its parties' cases. Parties of whom the same is known share one."""

from collections.abc import Iterator, Mapping

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import Condition, FactorId
from okin_lib.doctrine.patterns import PatternLaw, not_stated
from okin_lib.doctrine.propositions import ends
from okin_lib.patterns.pattern import Either, Pattern, PatternParty, concerning, known, limits
from okin_lib.reasoning.factors import knowing, situation_of
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.party_case import PartyCase
from okin_lib.reasoning.posed import Scope, full_readings
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Readings
from okin_lib.record.types import PartyId, Support

NOBODYS = Scope(frozenset(), frozenset())


def pattern_cases(case: Case, pattern: Pattern) -> dict[PartyId, PartyCase]:
    """Return each party's case; a municipality's draws on its officers'.

    Raises
    ------
    UnknownName
        For a reading or a value of one that the case does not have.
    """
    readings = tuple(full_readings(case, scenario(case, readings=pattern.readings)).items())
    alike: dict[object, PartyCase] = {}
    found: dict[PartyId, PartyCase] = {}
    for party in sorted(pattern.parties, key=lambda party: party.role != "officer"):
        officers = tuple(found[p.id] for p in pattern.parties if p.employer == party.id)
        groups = tuple(_one_of_them(case, pattern, party, found))
        same = (
            tuple(known(case, pattern, party).items()),
            tuple(each.factors for each in _of_its_own(pattern, party)),
            tuple(limits(pattern, party)),
            tuple(map(id, officers)) or (party.id if groups else None),
        )
        if same not in alike:
            alone = _alone(case, pattern, party, readings)
            unsaid = {**alone.unstated, **dict(_through_officers(case, officers))}
            alike[same] = evolve(alone, officers=officers, one_of_them=groups, unstated=unsaid)
        found[party.id] = alike[same]
    return found


def set_aside(case: Case, pattern: Pattern, party: PatternParty) -> tuple[FactorId, ...]:
    """Return what is given of the party that what else is given contradicts."""
    values, stated = known(case, pattern, party), _situation(case, pattern, party).stated
    derived = (key for key in case.derived if key in values and key not in stated)
    eithers = (each.id for each in _of_its_own(pattern, party) if each.id not in stated)
    return (*derived, *eithers)


def binds(case: Case, pattern: Pattern) -> bool:
    """Return whether the precedents bind the pattern's court."""
    doctrine = case.doctrine
    return doctrine.court_names.find(pattern.court, doctrine.courts) is not None


def _alone(case: Case, pattern: Pattern, party: PatternParty, readings: Readings) -> PartyCase:
    situation = _situation(case, pattern, party)
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
        unstated=_unstated(case, pattern, party),
        on_the_pleadings=pattern.posture == "pleading",
        own_precedent=pattern.precedent or None,
    )


def _situation(case: Case, pattern: Pattern, party: PatternParty) -> Situation:
    """Return the party's situation; that one or the other is so narrows the unknowns."""
    found = situation_of(case, known(case, pattern, party))
    for each in _of_its_own(pattern, party):
        some = Condition("any", tuple(Condition("factor", factor=key) for key in each.factors))
        narrowed = evolve(
            found,
            derived={**found.derived, each.id: some},
            stated={**found.stated, each.id: True},
        )
        found = narrowed if narrowed.possible else found
    return found


def _of_its_own(pattern: Pattern, party: PatternParty) -> Iterator[Either]:
    """Yield what is so of this party, one or the other: it alone, or its officers together."""
    for each in concerning(pattern, party):
        if each.parties == (party.id,) or party.id not in each.parties:
            yield each


def _one_of_them(
    case: Case, pattern: Pattern, party: PatternParty, found: Mapping[PartyId, PartyCase]
) -> Iterator[tuple[PartyCase, ...]]:
    """Yield the officers one of whom it was, each as they stand if it was they."""
    for each in concerning(pattern, party):
        if party.id not in each.parties:
            yield tuple(
                evolve(own, situation=knowing(case, own.situation, factor, True), settled={})
                for own in map(found.__getitem__, each.parties)
                for factor in each.factors
                if own.values[factor] is None
            )


def _unstated(
    case: Case, pattern: Pattern, party: PatternParty
) -> Mapping[ElementId, tuple[Support, ...]]:
    """Return the elements on which the opinion does not say how such a case comes out."""
    outcomes, own = case.doctrine.outcomes, case.precedents.get(pattern.precedent)
    found: dict[ElementId, tuple[Support, ...]] = {}
    if own is not None and own.violation == "not-stated":
        found |= dict.fromkeys(outcomes["violation"], ())
    if (own is not None and own.immunity == "not-stated") or not binds(case, pattern):
        found |= dict.fromkeys(outcomes["immunity"], ())
    for name in limits(pattern, party):
        found |= not_stated(case, case.study(PatternLaw).limits[name])
    return found


def _through_officers(
    case: Case, officers: tuple[PartyCase, ...]
) -> Iterator[tuple[ElementId, tuple[Support, ...]]]:
    """Yield what is not stated of a municipality, since it is stated of none of its officers."""
    for key, element in case.elements.items():
        end = element.parts and ends(element.parts)[0]
        if officers and end and end.op == "officers":
            asked = end.parts[0].element
            if all(asked in own.unstated for own in officers):
                yield key, officers[0].unstated[asked]
