"""Pivotal facts: the part a fact plays, reading by reading, and what a finding turns on."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.instruments.pivots.part import ROLE, Played
from okin_lib.page.figure import figure_panel
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import STATUS, Word, party_names, pinned
from okin_lib.reasoning.pivotal import Pivotal
from okin_lib.record.types import Fact, FactId, Hypothetical, PartyId

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing

Table = tuple[tuple[PartyId, tuple[Pivotal, ...]], ...]
"""By party, what the finding turns on reading by reading."""
MOST = 6
"""How many sets of facts are listed."""


@frozen
class DrawnFact:
    """A fact as it is drawn: its page and the part it plays, if it is of the record."""

    id: FactId
    label: str
    page: str = ""
    role: str = ""
    word: Word | None = None
    asked: bool = False
    """Whether it is the one that is asked about."""


def choice(
    case: Case,
    elements: Sequence[ElementId],
    facts: Sequence[FactId],
    chosen: Mapping[str, str],
    query: str,
    shown: str | None,
    region: RegionId,
) -> str:
    """Return the choice of an element, an officer and a fact.

    Parameters
    ----------
    query
        The query of a link that holds what is chosen.
    shown
        The code that the page's own address should bear: empty for none, None for no change.
    """
    return render(
        "instruments/pivots/choice",
        fields=[
            ("element", "Element", [(key, case.elements[key].label) for key in elements]),
            ("officer", "Officer", [(party.id, party.name) for party in case.officers]),
            ("fact", "Fact", [(key, pinned(case.atoms[key])) for key in facts]),
        ],
        chosen=chosen,
        query=query,
        shown=shown,
        region=region,
    )


def told(case: Case, found: Pivotal, fact: FactId) -> str:
    """Return the part that the fact plays for one finding, and how that stands, in a sentence."""
    element, name = case.elements[found.element].label, party_names(case)[found.party]
    part = ROLE[found.role(fact)].text
    status = STATUS[found.status].text
    label = case.atoms[fact].label
    return f"{label}: {part}, on {element} for {name}, which is {status} on the record."


def roles(
    case: Case,
    fact: FactId,
    readings: tuple[str, ...],
    table: Table,
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
    return render(
        "instruments/pivots/roles",
        fact=case.atoms[fact],
        element=_element(case, table),
        readings=readings,
        rows=rows,
        words=ROLE,
        figure=figure_panel(region, drawn, roles_figure, case, fact, readings, table),
        region=region,
    )


def roles_figure(case: Case, fact: FactId, readings: tuple[str, ...], table: Table) -> "Drawing":
    """Return the part that the fact plays as a figure."""
    from okin_lib.instruments.pivots.figure import draw

    names = party_names(case)
    rows = [
        (names[party], [Played(each.role(fact), STATUS[each.status].text) for each in found])
        for party, found in table
    ]
    on = _element(case, table)
    title = f"{case.atoms[fact].label}: its part in the finding on {on}, in this model"
    return draw(readings, rows, title)


def _element(case: Case, table: Table) -> str:
    return case.elements[table[0][1][0].element].label


def turns_on(case: Case, found: Pivotal, asked: FactId, region: RegionId) -> str:
    """Return what one finding turns on, as the court read the law; ``asked`` is marked in it."""
    tiles = {key: _tile(atom, found, asked) for key, atom in case.atoms.items()}

    def drawn(facts: Sequence[FactId]) -> list[DrawnFact]:
        return [tiles[fact] for fact in facts]

    several = [each for each in found.removals if len(each) > 1]
    bold = found.boldest_addition
    return render(
        "instruments/pivots/turns_on",
        found=found,
        element=case.elements[found.element].label,
        party=party_names(case)[found.party],
        status=STATUS[found.status],
        removals=[drawn(each) for each in several[:MOST]],
        others=max(0, len(several) - MOST),
        but_for=drawn(found.but_for),
        spared=None if found.boldest_removal is None else len(found.boldest_removal),
        sufficient=drawn(found.sufficient or ()),
        nearest=[drawn(each) for each in found.nearest[:MOST]],
        boldest=None if bold is None else drawn(bold),
        region=region,
    )


def _tile(atom: Fact | Hypothetical, found: Pivotal, asked: FactId) -> DrawnFact:
    if isinstance(atom, Hypothetical):
        return DrawnFact(atom.id, atom.label)
    role = found.role(atom.id)
    return DrawnFact(atom.id, atom.label, atom.page, role, ROLE[role], atom.id == asked)
