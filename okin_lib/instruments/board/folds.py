"""What is said at length of a board, each folded until it is asked for."""

from functools import partial

from markupsafe import Markup

from okin_lib.doctrine.elements import ElementId
from okin_lib.instruments.board.shown import Shown
from okin_lib.instruments.board.view import fold
from okin_lib.page.changes import what_changed
from okin_lib.page.claims import RECORD
from okin_lib.page.drawer import claims_about
from okin_lib.page.matrix import matrix
from okin_lib.page.on_demand import Makers
from okin_lib.page.regions import region_ids
from okin_lib.page.tree import tree
from okin_lib.page.verdict import verdict
from okin_lib.reasoning.difference import difference

MATRIX, LIST, WHAT_CHANGED, VERDICT = FOLDS = region_ids(
    "matrix", "list", "what-changed", "verdict"
)
DRAWN = (MATRIX, LIST)
"""What can be drawn as a figure."""


def folds(
    seen: Shown, opened: frozenset[ElementId], unfolded: frozenset[str], drawn: frozenset[str]
) -> Makers:
    """Return what makes what is said at length, each folded until it is asked for.

    Parameters
    ----------
    drawn
        Those whose figure is asked for.
    """
    case, now, record = seen.case, seen.now, seen.analysis(RECORD)
    found = {
        MATRIX: lambda region: matrix(
            case, now, record, seen.party, MATRIX in drawn, region, seen.chosen, MATRIX
        ),
        LIST: lambda region: tree(case, now, seen.party, opened, region) + _figure(seen, drawn),
        WHAT_CHANGED: lambda region: what_changed(
            case, seen.supposed, difference(case, record, now), region
        ),
        VERDICT: lambda region: verdict(case, now, region),
    }
    folded: Makers = {
        key: partial(fold, key, show if key in unfolded else None) for key, show in found.items()
    }
    return folded if seen.plan.in_play else {**folded, MATRIX: partial(found[MATRIX], MATRIX)}


def _figure(seen: Shown, drawn: frozenset[str]) -> Markup:
    """The circuit for a paper, if it is asked for; nothing where no claim is drawn."""
    claims = claims_about(seen.case, seen.now, seen.party, seen.chosen)[:1]
    figure, asked = seen.drawer.figure, LIST in drawn
    its = (figure(seen.case, each, seen.now, seen.party, asked, LIST) for each in claims)
    return Markup("").join(its)
