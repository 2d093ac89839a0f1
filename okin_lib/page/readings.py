"""The readings of the law, to choose from."""

from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import ReadingId
from okin_lib.page.passages import passages
from okin_lib.page.template import RegionId, render
from okin_lib.record.types import NO_PARTY


def reading_panel(
    case: Case,
    region: RegionId,
    shown: tuple[ReadingId, ...],
    chosen: Mapping[ReadingId, str],
    unfolded: bool,
) -> str:
    """Return the readings as radio buttons, each with the passage it stands on.

    Parameters
    ----------
    unfolded
        Whether they are shown, and not yet to be asked for.
    """
    return _reading_panel(case, region, tuple((key, chosen[key]) for key in shown), unfolded)


# Each click asks for it, with every passage, and few change it.
@lru_cache(maxsize=64)
def _reading_panel(
    case: Case, region: RegionId, chosen: tuple[tuple[ReadingId, str], ...], unfolded: bool
) -> Markup:
    return render(
        "page/readings",
        region=region,
        readings=[case.readings[key] for key, _ in chosen],
        chosen=dict(chosen),
        unfolded=unfolded,
        passages=lambda value: passages(case, value.because, NO_PARTY),
    )
