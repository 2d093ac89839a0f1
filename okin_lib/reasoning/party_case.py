"""One party's case, as every question about it needs it, and how a posed scenario makes it."""

from collections.abc import Mapping, MutableMapping
from functools import lru_cache

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.factors import situation
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.outcome import Outcome
from okin_lib.reasoning.posed import Posed, Scope, assumed
from okin_lib.reasoning.types import Readings, Scenario
from okin_lib.record.types import Party, Support


@frozen(eq=False)
class PartyCase:
    """One party's case: the readings, the situation, and the record's own."""

    case: Case
    party: str | None
    """The party, or the first of several in like case; None in a case of which this opinion
    held nothing."""
    readings: Readings
    year: int
    on_record: bool
    """Whether the facts and their date are exactly the record's."""
    whose: Scope
    """Whose facts count."""
    situation: Situation
    values: Mapping[str, bool | None]
    """Every factor's value before anything unknown is supposed; None if unknown."""
    baseline: Mapping[str, bool | None]
    """Every factor's value on the record."""
    settled: MutableMapping[str, Outcome]
    """Outcomes already found, by element: `decide` writes them, and says why that is safe."""
    officers: tuple["PartyCase", ...] = ()
    """The cases of a municipality's officers."""
    unmoved: frozenset[str] = frozenset()
    """Elements to which what is supposed beyond the record makes no difference, as the opinion
    states."""
    unstated: Mapping[str, tuple[Support, ...]] = {}
    """Elements on which the opinion does not say how the party's case came out, and why."""
    one_of_them: tuple[tuple["PartyCase", ...], ...] = ()
    """Of a municipality's officers, those one of whom did something: each if it was they."""
    own_precedent: str | None = None
    """The precedent that the party's case itself became, if any."""

    def as_decided(self, element: str) -> bool:
        """Return whether what the court decided of the element is decided of this situation."""
        return self.on_record or element in self.unmoved


def party_cases(posed: Posed) -> dict[str, PartyCase]:
    """Return every party's case: the officers' first, which a municipality's draws on.

    Parties share one if the same facts count for them, those that count for one alone
    included, and the court spoke of them alike.
    """
    alike: dict[object, PartyCase] = {}
    found: dict[str, PartyCase] = {}
    for party in sorted(posed.case.defendants, key=lambda party: party.role != "officer"):
        same = (
            posed.whose(party.id),
            posed.own(party.id).facts & posed.on & _facts_of_ones_own(posed.case),
            _spoken_of(posed.case, party.id),
        )
        if same not in alike:
            alike[same] = _party_case(posed, party, found)
        found[party.id] = alike[same]
    return found


def _party_case(posed: Posed, party: Party, others: Mapping[str, PartyCase]) -> PartyCase:
    facts, as_court = situation(posed, party.id), posed.as_posed_to_the_court
    return PartyCase(
        case=posed.case,
        party=party.id,
        readings=posed.readings,
        year=posed.year,
        on_record=as_court and not posed.scenario.alters_record,
        unmoved=_unmoved(posed.case, posed.scenario) if as_court else frozenset(),
        whose=posed.whose(party.id),
        situation=facts,
        values={factor: facts.value(factor) for factor in posed.case.factors},
        baseline=_baseline(posed.case, party.id, posed.assumption.aggregate),
        settled={},
        officers=tuple(others[p.id] for p in posed.case.officers if p.employer == party.id),
    )


def _unmoved(case: Case, scenario: Scenario) -> frozenset[str]:
    """The elements to which nothing supposed makes a difference, as the opinion states."""
    if not scenario.added or scenario.without or scenario.year is not None:
        return frozenset()
    added = (case.hypotheticals[key] for key in scenario.added)
    return frozenset(case.elements).intersection(*(each.no_difference for each in added))


@lru_cache(maxsize=8)  # the same for every analysis of a case
def _facts_of_ones_own(case: Case) -> frozenset[str]:
    """The facts of factors that count only for the officer whose act it is."""
    return frozenset(f for rule in case.ascriptions.values() if rule.own for f in rule.facts)


@lru_cache(maxsize=64)  # the same for every analysis of a case
def _spoken_of(case: Case, party: str) -> frozenset[str]:
    """The ids of the authorities that name the party."""
    return frozenset(
        authority.id
        for element in case.elements.values()
        for authority in element.authorities
        if party in authority.parties
    )


@lru_cache(maxsize=64)  # the same for every analysis of a case
def _baseline(case: Case, party: str, aggregate: bool) -> Mapping[str, bool | None]:
    """The factors' values on the record itself."""
    readings = tuple(case.defaults.items())
    assumption = evolve(assumed(case, readings), aggregate=aggregate)
    on = case.record_on - assumption.set_aside
    record = situation(Posed(case, Scenario(), readings, assumption, on), party)
    return {factor: record.value(factor) for factor in case.factors}
