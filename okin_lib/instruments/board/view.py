"""The panels of a board: the search, the circuit, and what is folded."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board.search import LONGEST, Search
from okin_lib.page.template import RegionId, render

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
    search: Search,
    claims: tuple[str, ...],
    tally: str,
    unfolded: bool,
) -> str:
    """Return the choice of which facts are shown.

    Parameters
    ----------
    claims
        The claims whose elements can be chosen.
    tally
        How many facts are shown, in words.
    unfolded
        Whether the elements can be chosen.
    """
    elements = [
        (claim.label, [each for each in case.doctrine.elements if each.claim == claim.id])
        for claim in case.doctrine.claims
        if claim.id in claims
    ]
    return render(
        "instruments/board/search",
        region=region,
        search=search,
        elements=elements,
        tally=tally,
        longest=LONGEST,
        unfolded=unfolded or bool(search.element),
    )


def fold(region: RegionId, show: Callable[[RegionId], str] | None) -> str:
    """Return what is folded until it is asked for: then ``show`` gives it."""
    content = Markup(show(RegionId(f"{region}-in-full"))) if show else ""
    return render("instruments/board/fold", region=region, title=TITLES[region], content=content)
