"""The circuit of one party, or what draws the circuits where they are not shown at first."""

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.page.drawer import Drawer, Feed, claims_about, claims_of
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import party_names
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import PartyId


def circuit_panel(
    case: Case,
    now: Analysis,
    before: Analysis,
    party: PartyId,
    chosen: ElementId,
    feeds: tuple[Feed, ...],
    drawer: Drawer,
    region: RegionId,
) -> str:
    """Return the line of the first of the party's claims that the chosen element is part of."""
    about = claims_about(case, now, party, chosen)
    return render(
        "page/effects/circuit",
        region=region,
        name=party_names(case)[party],
        several=len(claims_of(case, now, party)) > 1,
        drawing=drawer.line(case, about[0], now, party, chosen, before, feeds) if about else "",
    )


def undrawn_panel(region: RegionId) -> str:
    """Return what draws the circuits where they are not shown from the start."""
    return render("page/effects/undrawn", region=region)
