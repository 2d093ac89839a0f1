"""Pivotal facts: the part a fact plays, reading by reading, and what a finding turns on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.instruments.pivots.part import ROLE, Played
from okin_lib.page.figure import figure_panel
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import STATUS, party_names, pinned
from okin_lib.reasoning.pivotal import Pivotal
from okin_lib.record.types import FactId, PartyId

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing

MOST = 6
"""How many sets of facts are listed."""


def choice(
    case: Case,
    elements: Sequence[ElementId],
    facts: Sequence[FactId],
    chosen: Mapping[str, str],
    region: RegionId,
) -> str:
    """Return the choice of an element, an officer and a fact."""
    return render(
        "instruments/pivots/choice",
        fields=[
            ("element", "Element", [(key, case.elements[key].label) for key in elements]),
            ("officer", "Officer", [(party.id, party.name) for party in case.officers]),
            ("fact", "Fact", [(key, pinned(case.atoms[key])) for key in facts]),
        ],
        chosen=chosen,
        region=region,
    )


def told(case: Case, found: Pivotal, fact: FactId) -> str:
    """Return the part that the fact plays for one finding, in a line."""
    element, name = case.elements[found.element].label, party_names(case)[found.party]
    return f"{case.atoms[fact].label}: {ROLE[found.role(fact)].text}, on {element} for {name}"


def roles(
    case: Case,
    fact: FactId,
    readings: Sequence[str],
    table: Sequence[tuple[PartyId, Sequence[Pivotal]]],
    drawn: bool,
    region: RegionId,
) -> str:
    """Return the part that the fact plays, officer by officer and reading by reading.

    It is a table and, ``drawn``, a figure.
    """
    names = party_names(case)
    rows = [
        (names[party], [(STATUS[each.status], ROLE[each.role(fact)]) for each in found])
        for party, found in table
    ]
    element = case.elements[table[0][1][0].element].label
    played = tuple(
        (names[party], tuple(Played(each.role(fact), STATUS[each.status].text) for each in found))
        for party, found in table
    )
    title = f"{case.atoms[fact].label}: its part in the finding on {element}, in this model"
    return render(
        "instruments/pivots/roles",
        fact=case.atoms[fact],
        element=element,
        readings=readings,
        rows=rows,
        words=ROLE,
        figure=figure_panel(region, drawn, _drawn, tuple(readings), played, title),
        region=region,
    )


def _drawn(
    readings: tuple[str, ...], rows: tuple[tuple[str, tuple[Played, ...]], ...], title: str
) -> "Drawing":
    from okin_lib.instruments.pivots.figure import draw

    return draw(readings, rows, title)


def turns_on(case: Case, found: Pivotal, region: RegionId) -> str:
    """Return what one finding turns on, as the court read the law."""

    def named(sets: Sequence[Sequence[FactId]]) -> list[list[str]]:
        return [[pinned(case.atoms[fact]) for fact in each] for each in sets[:MOST]]

    bold = found.boldest_addition
    return render(
        "instruments/pivots/turns_on",
        found=found,
        element=case.elements[found.element].label,
        party=party_names(case)[found.party],
        status=STATUS[found.status],
        removals=named(found.removals),
        others=max(0, len(found.removals) - MOST),
        but_for=named([found.but_for])[0] if found.but_for else [],
        spared=None if found.boldest_removal is None else len(found.boldest_removal),
        sufficient=named([found.sufficient or ()])[0],
        nearest=named(found.nearest),
        boldest=None if bold is None else list(_labels(case, bold)),
        region=region,
    )


def _labels(case: Case, facts: Sequence[FactId]) -> Iterator[str]:
    return (case.atoms[fact].label for fact in facts)
