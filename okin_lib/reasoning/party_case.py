"""One party's case, as every question about it needs it, and how a posed scenario makes it."""

from collections.abc import Mapping, MutableMapping
from functools import lru_cache

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.dependence import asserted
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.statuses import Kind
from okin_lib.reasoning.factors import situation
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.outcome import Outcome
from okin_lib.reasoning.posed import Posed, Scope, assumed
from okin_lib.reasoning.settled import Basis, settled
from okin_lib.reasoning.types import Readings, Scenario
from okin_lib.record.types import FactId, Party, PartyId, Support


@frozen(eq=False)
class PartyCase:
    """One party's case: the readings, the situation, and the record's own."""

    case: Case
    party: PartyId | None
    """The party, or the first of several in like case; None in a case of which this opinion
    held nothing."""
    readings: Readings
    year: int
    on_record: bool
    """Whether the facts and their date are exactly the record's."""
    whose: Scope
    """Whose facts count."""
    on: frozenset[FactId]
    """The facts of the record, and those supposed beside it, that stand."""
    situation: Situation
    values: Mapping[FactorId, bool | None]
    """Every factor's value before anything unknown is supposed; None if unknown."""
    baseline: Mapping[FactorId, bool | None]
    """Every factor's value on the record."""
    settled: MutableMapping[ElementId, Outcome]
    """Outcomes already found, by element: `decide` writes them, and says why that is safe."""
    officers: tuple["PartyCase", ...] = ()
    """The cases of a municipality's officers."""
    unmoved: frozenset[ElementId] = frozenset()
    """Elements to which what is supposed beyond the record makes no difference, as the opinion
    states."""
    unstated: Mapping[ElementId, tuple[Support, ...]] = {}
    """Elements on which the opinion does not say how the party's case came out, and why."""
    one_of_them: tuple[tuple["PartyCase", ...], ...] = ()
    """Of a municipality's officers, those one of whom did something: each if it was they."""
    if_reached: Mapping[ElementId, Outcome] = {}
    """Outcomes that elements have if no gate keeps them from being reached, where that is known
    of a case in which less was known."""
    on_the_pleadings: bool = False
    """Whether nothing is asked but what is alleged."""
    own_precedent: str | None = None
    """The precedent that the party's case itself became, if any."""

    def as_decided(self, element: ElementId) -> bool:
        """Return whether what the court decided of the element is decided of this situation."""
        return self.on_record or element in self.unmoved

    def can_say(self, kind: Kind, reasons: tuple[Support, ...]) -> tuple[Support, ...]:
        """Return the reasons that assert no fact that is off, and no factor that is not so.

        On a question of law they must also cite as notice only what was decided before; what
        violates due process, the opinion says for any year.
        """
        return tuple(
            each
            for each in reasons
            if (not each.supposes or self.on.issuperset(each.supposes))
            and all(map(self._present, each.where))
            and not any(map(self._present, each.unless))
            and (kind == "fact" or self._timely(each))
        )

    def _present(self, factor: str) -> bool:
        return self.values[FactorId(factor)] is True

    def _timely(self, reason: Support) -> bool:
        moot = any(self.case.precedents[key].year < self.year for key in reason.until)
        return self.was_law(reason.cites) and not moot

    def was_law(self, precedents: tuple[str, ...]) -> bool:
        """Return whether all the precedents were decided before the conduct."""
        return all(self.case.precedents[key].year < self.year for key in precedents)


def party_cases(posed: Posed) -> dict[PartyId, PartyCase]:
    """Return every party's case: the officers' first, which a municipality's draws on.

    Parties share one if the same facts count for them, what counts for each alone comes to the
    same, and the court spoke of them alike.
    """
    alike: dict[object, PartyCase] = {}
    found: dict[PartyId, PartyCase] = {}
    for party in sorted(posed.case.defendants, key=lambda party: party.role != "officer"):
        facts = situation(posed, party.id)
        same = (
            posed.whose(party.id),
            tuple(facts.values[factor] for factor in posed.case.of_ones_own),
            _spoken_of(posed.case, party.id),
        )
        if same not in alike:
            alike[same] = _party_case(posed, party, facts, found)
        found[party.id] = alike[same]
    return found


def _party_case(
    posed: Posed, party: Party, facts: Situation, others: Mapping[PartyId, PartyCase]
) -> PartyCase:
    case, as_court = posed.case, posed.as_posed_to_the_court
    officers = tuple(others[each.id] for each in case.officers if each.employer == party.id)
    basis = Basis(
        party=party.id,
        readings=posed.readings,
        year=posed.year,
        on_record=as_court and not posed.scenario.alters_record,
        unmoved=_unmoved(case, posed.scenario) if as_court else frozenset(),
        known=tuple(facts.values.values()),
        asserted=posed.on & asserted(case),
        officers=tuple(each.settled for each in officers),
    )
    return PartyCase(
        case=case,
        party=basis.party,
        readings=basis.readings,
        year=basis.year,
        on_record=basis.on_record,
        unmoved=basis.unmoved,
        whose=posed.whose(party.id),
        on=posed.on,
        situation=facts,
        values=_every_value(case, basis.known),
        baseline=_baseline(case, party.id, posed.assumption.aggregate),
        settled=settled(case, basis),
        officers=officers,
    )


def _unmoved(case: Case, scenario: Scenario) -> frozenset[ElementId]:
    """The elements to which nothing supposed makes a difference, as the opinion states."""
    if not scenario.added or scenario.without or scenario.year is not None:
        return frozenset()
    added = (case.hypotheticals[key] for key in scenario.added)
    return frozenset(case.elements).intersection(*(each.no_difference for each in added))


@lru_cache(maxsize=512)  # switches leave most parties' factors alone: a quarter of an analysis
def _every_value(case: Case, known: tuple[bool | None, ...]) -> Mapping[FactorId, bool | None]:
    """Every factor's value, where those that facts give rise to have the values ``known``."""
    facts = Situation(dict(zip(case.ascribed, known, strict=True)), case.derived)
    return {factor: facts.value(factor) for factor in case.factors}


@lru_cache(maxsize=64)  # the same for every analysis of a case
def _spoken_of(case: Case, party: PartyId) -> frozenset[str]:
    """The ids of the authorities that name the party."""
    return frozenset(
        authority.id
        for element in case.elements.values()
        for authority in element.authorities
        if party in authority.parties
    )


@lru_cache(maxsize=64)  # the same for every analysis of a case
def _baseline(case: Case, party: PartyId, aggregate: bool) -> Mapping[FactorId, bool | None]:
    """The factors' values on the record itself."""
    readings = tuple(case.defaults.items())
    assumption = evolve(assumed(case, readings), aggregate=aggregate)
    on = case.record_on - assumption.set_aside
    record = situation(Posed(case, Scenario(), readings, assumption, on), party)
    return _every_value(case, tuple(record.values.values()))
