"""Facts as a list to be read: each with its source and page, the first few before the rest."""

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.page.template import RegionId, render
from okin_lib.record.types import Fact, FactId

SHOWN = 4
"""How many facts of a long list show before the rest is opened."""


# A page of evidence or of two parties lists hundreds of facts, and a click moves a few.
@lru_cache(maxsize=4096)
def fact_line(case: Case, fact: FactId, marks: tuple[str, ...], turns: bool = True) -> Markup:
    """Return a fact with its source and page, and what must be said of it here.

    Parameters
    ----------
    turns
        Whether its page can be turned to from here.
    """
    atom = case.atoms[fact]
    return render(
        "page/fact_line",
        case=case,
        fact=atom,
        recorded=isinstance(atom, Fact),
        marks=marks,
        turns=turns,
    )


def fact_list(
    lines: Sequence[Markup], region: RegionId, where: str, about: str, unfolded: bool
) -> Markup:
    """Return the lines as a list, all but the first few folded.

    Parameters
    ----------
    where
        What tells this list apart from others of the region.
    about
        What the list is of, for whoever hears the fold without seeing where it stands.
    unfolded
        Whether what the region has folded is asked for.
    """
    return render(
        "page/fact_list",
        first=lines[:SHOWN],
        rest=lines[SHOWN:],
        region=region,
        where=where,
        about=about,
        unfolded=unfolded,
    )
