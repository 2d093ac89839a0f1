"""Places kept apart: each as near to where it belongs as its neighbours let it be."""

from collections.abc import Sequence

from attrs import define


@define
class _Pool:
    """Neighbours that stand as close as they may: the place of the first, wanted by each."""

    wanted: float
    size: int


def spread(places: Sequence[float], apart: float, first: float, last: float) -> list[float]:
    """Return the ascending ``places`` moved as little as may be, to stand ``apart``.

    They stay between ``first`` and ``last`` where there is room for that.
    """
    pools: list[_Pool] = []
    for number, place in enumerate(places):
        pools.append(_Pool(place - number * apart, 1))
        while len(pools) > 1 and pools[-2].wanted > pools[-1].wanted:
            _join(pools)
    starts = [pool.wanted for pool in pools for _ in range(pool.size)]
    most = max(first, last - (len(places) - 1) * apart)
    return [min(max(start, first), most) + n * apart for n, start in enumerate(starts)]


def _join(pools: list[_Pool]) -> None:
    """Make one pool of the last two, at their mean: what least squares asks for."""
    right, left = pools.pop(), pools.pop()
    size = left.size + right.size
    wanted = (left.wanted * left.size + right.wanted * right.size) / size
    pools.append(_Pool(wanted, size))
