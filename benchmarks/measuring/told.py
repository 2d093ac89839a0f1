"""How long something takes, and whether that is as fast, or as small, as is aimed at."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def timed(action: Callable[[], object], repeats: int) -> float:
    """Return the median of the seconds that it takes."""
    times = []
    for _ in range(repeats):
        began = perf_counter()
        action()
        times.append(perf_counter() - began)
    return median(times)


def met(reached: bool) -> str:
    """Return whether a target is met, in a word."""
    return "met" if reached else "missed"
