"""A claim's circuit for one party: buttons in the order of the line, drawn by the sheet."""

from typing import TYPE_CHECKING

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import ElementId
from okin_lib.instruments.circuit.miniature import miniature
from okin_lib.instruments.circuit.station import stations
from okin_lib.page.drawer import Drawer, Feed
from okin_lib.page.figure import figure_panel
from okin_lib.page.supposition import supposition
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import party_names
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import PartyId

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing


def drawing(
    case: Case,
    claim: Claim,
    now: Analysis,
    party: PartyId,
    chosen: ElementId,
    before: Analysis | None = None,
    feeds: tuple[Feed, ...] = (),
) -> Markup:
    """Return the circuit of a claim for a party, as a `page.drawer.DrawsLine` draws it."""
    found = stations(case, claim, now, party, before)
    return render(
        "instruments/circuit/circuit",
        claim=claim,
        plaintiff=case.record.sides["plaintiff"].label,
        stations=found.stations,
        end=found.end,
        plate=found.plate,
        chosen=chosen,
        feeds=feeds,
    )


def figure(
    case: Case, claim: Claim, now: Analysis, party: PartyId, drawn: bool, region: RegionId
) -> Markup:
    """Return the circuit as a figure for a paper, or the button that asks for it."""
    return figure_panel(region, drawn, _line_of, case, claim.id, now, party)


def _line_of(case: Case, claim_id: str, now: Analysis, party: PartyId) -> "Drawing":
    return line_figure(case, case.claims[claim_id], now, party)


def line_figure(case: Case, claim: Claim, now: Analysis, party: PartyId) -> "Drawing":
    """Return the circuit of a claim for a party as a figure."""
    from okin_lib.instruments.circuit.figure import draw

    supposed = supposition(case, now.scenario).in_brief
    title = f"{claim.label}, {party_names(case)[party]}, in this model: {supposed}"
    return draw(stations(case, claim, now, party), title)


DRAWER = Drawer(drawing, miniature, figure)
"""Draws claims as circuits."""
