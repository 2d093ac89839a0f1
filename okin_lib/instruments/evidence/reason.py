"""The evidence on each side of each element, for one party.

A fact that can bear on an element is on the side that it can help, as `helping` has it.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import Element, ElementId
from okin_lib.reasoning.helping import helping
from okin_lib.reasoning.posed import Posed, Presence, concerning, pose
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.record.called import OTHER
from okin_lib.record.types import FactId, PartyId, Side


@frozen
class Item:
    """A fact on a side of an element."""

    fact: FactId
    presence: Presence
    own: bool
    """Whether it concerns the party or no one in particular, and not only others."""
    doubtful: bool
    """Whether the reading leaves it uncertain that the fact counts for this party."""
    counts: bool
    """Whether it is among the facts that the finding rests on."""


@frozen
class ElementEvidence:
    """An element with the evidence of each side."""

    finding: Finding
    sides: Mapping[Side, tuple[Item, ...]]
    """The facts of each side, in the order of the record."""
    neither: tuple[FactId, ...]
    """Ids of the facts that the finding rests on and that help neither side here."""
    considered: tuple[FactId, ...]
    """Those of them that the court itself considered here."""


def sorted_evidence(case: Case, analysis: Analysis, party: PartyId) -> tuple[ElementEvidence, ...]:
    """Return the evidence on every element without parts that is asked of the party."""
    return tuple(
        _row(case, analysis, finding)
        for key, finding in analysis.findings_of(party).items()
        if case.elements[key].parts is None
    )


def counted_together(case: Case, analysis: Analysis, party: PartyId) -> bool:
    """Return whether the reading counts the conduct of others with the party's."""
    posed = pose(case, analysis.scenario)
    return posed.whose(party).facts != posed.own(party).facts


def bearing_on_none(
    case: Case, analysis: Analysis, party: PartyId, rows: Iterable[ElementEvidence]
) -> tuple[FactId, ...]:
    """Return the facts that concern the party and are in none of the rows."""
    shown = pose(case, analysis.scenario).presence
    told = {item.fact for row in rows for items in row.sides.values() for item in items}
    told.update(fact for row in rows for fact in row.neither)
    return tuple(key for key in concerning(case, party) if key in shown and key not in told)


def _row(case: Case, analysis: Analysis, finding: Finding) -> ElementEvidence:
    posed = pose(case, analysis.scenario)
    shown, bearing = posed.presence, _bearing(posed, finding.element, finding.party)
    rests, others = frozenset(finding.facts), _others(case, finding.party)
    neither = tuple(
        fact for fact in finding.facts if all(fact not in facts for facts in bearing.values())
    )
    considered = _considered(case.elements[finding.element], finding.authority)
    return ElementEvidence(
        finding=finding,
        sides={
            side: tuple(
                Item(fact, shown[fact], fact not in others, doubtful, fact in rests)
                for fact, doubtful in facts.items()
                if fact in shown
            )
            for side, facts in bearing.items()
        },
        neither=neither,
        considered=tuple(fact for fact in neither if fact in considered),
    )


@lru_cache(maxsize=64)
def _others(case: Case, party: PartyId) -> frozenset[FactId]:
    """The facts that concern someone, but not the party."""
    concerned = {key for key, atom in case.atoms.items() if atom.concerns}
    return frozenset(concerned.difference(concerning(case, party)))


def _considered(element: Element, authority: str) -> tuple[FactId, ...]:
    return next((each.considers for each in element.authorities if each.id == authority), ())


def _bearing(
    posed: Posed, element: ElementId, party: PartyId
) -> Mapping[Side, Mapping[FactId, bool]]:
    """The facts that can bear on each side for the party, with whether that is doubtful."""
    case, together, alone = posed.case, posed.whose(party), posed.own(party)
    found: dict[Side, dict[FactId, bool]] = {side: {} for side in OTHER}
    for on, factor, fact in helping(case, case.elements[element]):
        whose = alone if case.factors[factor].arises.own else together
        if fact in whose.facts:
            firm = fact in whose.firm or found[on].get(fact) is False
            found[on][fact] = not firm
    return {
        side: {key: facts[key] for key in case.atoms if key in facts}
        for side, facts in found.items()
    }
