"""The panels of a board: the search, the circuit, and what is folded."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.instruments.board.search import LONGEST
from okin_lib.page.drawer import Drawer, Feed, claims_about, claims_of
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import party_names
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import PartyId

TITLES: Mapping[str, str] = {
    "matrix": "Every element, party by party",
    "list": "The same as a list",
    "what-changed": "Everything that changed, and why",
    "verdict": "Where each party stands",
}


# Each click asks for it, and few change it.
@lru_cache(maxsize=64)
def search_panel(
    case: Case,
    region: RegionId,
    words: str,
    element: ElementId,
    claims: tuple[str, ...],
    tally: str,
) -> str:
    """Return the choice of which facts are shown.

    Parameters
    ----------
    claims
        The claims whose elements can be chosen.
    tally
        How many facts are shown, in words.
    """
    elements = [
        (claim.label, [each for each in case.doctrine.elements if each.claim == claim.id])
        for claim in case.doctrine.claims
        if claim.id in claims
    ]
    return render(
        "instruments/board/search",
        region=region,
        words=words,
        element=element,
        elements=elements,
        tally=tally,
        longest=LONGEST,
    )


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
        "instruments/board/circuit",
        region=region,
        name=party_names(case)[party],
        several=len(claims_of(case, now, party)) > 1,
        drawing=drawer.line(case, about[0], now, party, chosen, before, feeds) if about else "",
    )


def fold(region: RegionId, show: Callable[[RegionId], str] | None) -> str:
    """Return what is folded until it is asked for: then ``show`` gives it."""
    content = Markup(show(RegionId(f"{region}-in-full"))) if show else ""
    return render("instruments/board/fold", region=region, title=TITLES[region], content=content)
