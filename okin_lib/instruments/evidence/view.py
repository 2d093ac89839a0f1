"""The evidence of each side on each element, for one party, as a table."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.instruments.evidence.reason import (
    ElementEvidence,
    Item,
    bearing_on_none,
    counted_together,
    sorted_evidence,
)
from okin_lib.page.badge import badge
from okin_lib.page.fact_list import SHOWN, fact_line, fact_list
from okin_lib.page.sides import side_of
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import PRESENCE, listed, party_names, pinned
from okin_lib.reasoning.posed import Presence, pose
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import FactId, PartyId, Side

Sides = tuple[tuple[Side, str], ...]
"""Each side, with what it is called where the evidence is of the party."""


def evidence(
    case: Case, analysis: Analysis, party: PartyId, region: RegionId, unfolded: bool
) -> str:
    """Return the party's evidence, each element between its two sides.

    Parameters
    ----------
    unfolded
        Whether what is folded in it is asked for.
    """
    rows = sorted_evidence(case, analysis, party)
    shown = pose(case, analysis.scenario).presence
    silent = bearing_on_none(case, analysis, party, rows)
    name, sides = party_names(case)[party], _sides(case, party)
    return render(
        "instruments/evidence/evidence",
        region=region,
        name=name,
        together=counted_together(case, analysis, party),
        sides=dict(sides),
        claims=[
            (
                case.claims[claim].label,
                [_row(case, row, sides, region, unfolded) for row in theirs],
            )
            for claim, theirs in groupby(rows, lambda row: row.finding.claim)
        ],
        neither=[
            (case.elements[row.finding.element].label, _pinned(case, row.neither))
            for row in rows
            if row.neither
        ],
        unfolded=unfolded,
        silent=[fact_line(case, key, _off(shown[key])) for key in silent],
    )


def _sides(case: Case, party: PartyId) -> Sides:
    return tuple((side, side_of(case, side, party)) for side in case.record.sides)


def _row(
    case: Case, row: ElementEvidence, sides: Sides, region: RegionId, unfolded: bool
) -> Markup:
    finding = row.finding
    state = badge(case, finding)
    return _cells(
        case,
        finding.element,
        state,
        finding.collective,
        row.considered,
        row.sides["plaintiff"],
        row.sides["officers"],
        sides,
        region,
        unfolded,
    )


# A row lists hundreds of facts, and a click changes a few rows.
@lru_cache(maxsize=2048)
def _cells(
    case: Case,
    element: ElementId,
    state: Markup,
    collective: bool,
    considered: tuple[FactId, ...],
    plaintiff: tuple[Item, ...],
    officers: tuple[Item, ...],
    sides: Sides,
    region: RegionId,
    unfolded: bool,
) -> Markup:
    asked, names = case.elements[element], dict(sides)

    def side(key: Side, items: Sequence[Item]) -> Markup:
        about = f"{asked.label}, evidence for {names[key]}"
        lines = [
            fact_line(case, item.fact, tuple(_marks(case, item)), place < SHOWN)
            for place, item in enumerate(items)
        ]
        where = f"{element}-{key}"
        return fact_list(lines, region, where, about, unfolded) if lines else Markup()

    return render(
        "instruments/evidence/evidence_row",
        element=asked,
        state=state,
        collective=collective,
        considered=_pinned(case, considered),
        sides=names,
        plaintiff=side("plaintiff", plaintiff),
        officers=side("officers", officers),
    )


def _marks(case: Case, item: Item) -> Iterator[str]:
    if not item.own:
        names = party_names(case)
        yield f"concerns {listed(names[key] for key in case.atoms[item.fact].concerns)}"
    yield from _off(item.presence)
    if item.presence == "on" and not item.counts:
        yield "does not count as things stand"
    if item.doubtful:
        yield "in doubt for this party"


def _off(stands: Presence) -> tuple[str, ...]:
    return () if stands == "on" else (PRESENCE[stands],)


# A finding can rest on most of the record, and names it in each row.
@lru_cache(maxsize=2048)
def _pinned(case: Case, facts: tuple[FactId, ...]) -> str:
    atoms = case.atoms
    return "; ".join(pinned(atoms[fact]) for fact in facts)
