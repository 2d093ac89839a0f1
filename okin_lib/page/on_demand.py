"""Regions that are made once they are asked for.

What stands on the page that is acted on is asked for first, and what nobody asks for is not made.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from okin_lib.page.acting import Acting
from okin_lib.page.regions import RegionId, Regions

Makers = Mapping[RegionId, Callable[[], str]]
"""By region, what makes it."""


class OnDemand(Regions):
    """Regions of which each is made when it is first asked for.

    Parameters
    ----------
    makers
        What makes each.
    """

    def __init__(self, makers: Makers) -> None:
        self._makers = makers
        self._made: dict[RegionId, str] = {}

    def __getitem__(self, key: RegionId) -> str:
        if key not in self._made:
            self._made[key] = self._makers[key]()
        return self._made[key]

    def __iter__(self) -> Iterator[RegionId]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def together(ids: Iterable[RegionId], make: Callable[[], Regions]) -> Makers:
    """Return what makes these regions: ``make``, which is called when one of them is asked for."""
    made = cache(make)
    return {key: partial(_one, made, key) for key in ids}


def makers_of(member: Acting, make: Callable[[], Regions]) -> Makers:
    """Return what makes the regions of what is acted on, which ``make`` makes."""
    ids = (key for part in member.parts.values() for key in part)
    return together(ids, make)


def _one(made: Callable[[], Regions], key: RegionId) -> str:
    return made()[key]
