"""What one visitor may take of a process that holds the lessons of many."""

from collections.abc import Callable
from time import monotonic

from attrs import frozen


@frozen
class Limits:
    """How much, which no page of ours comes near."""

    sockets: int = 1_200
    """At once."""
    of_one: int = 8
    """At once to one kernel, where each page has its own."""
    frame: int = 400_000
    """Characters from a page: the largest message, and the state of a lesson with a link."""
    waiting: int = 4_000_000
    """Characters for a page that does not read."""
    burst: int = 200
    """Frames that may come together,"""
    rate: float = 20
    """and those that may follow in each second."""
    counts: int = 20_000
    """Characters of a frame that count for one frame more."""
    refused: int = 5
    """Frames that one counts for whose answer is a refusal: each is a line of the log."""
    opens_within: float = 20
    """Seconds until a page says how it was opened."""
    step: float = 20
    """Seconds that one step may take."""
    seconds: float = 4
    """Of computing that a page may have at once,"""
    share: float = 0.25
    """and of each second after that; it is heard again once it has as much."""


class Bucket:
    """Holds as many tokens as may be used together, and fills again as time goes on.

    Parameters
    ----------
    size : int
        How many tokens it holds, and how many it may come to owe.
    rate : float
        How many come in a second.
    clock : Callable
        What tells the seconds.
    """

    def __init__(self, size: float, rate: float, clock: Callable[[], float] = monotonic) -> None:
        self._size, self._rate, self._clock = size, rate, clock
        self._tokens, self._at = float(size), clock()

    def take(self, tokens: float) -> bool:
        """Take tokens; return whether there were as many."""
        now = self._clock()
        left = min(self._size, self._tokens + (now - self._at) * self._rate) - tokens
        self._tokens, self._at = max(left, -self._size), now
        return left >= 0

    def spend(self, tokens: float) -> float:
        """Take tokens, whether or not there are as many; return the seconds until none is owed."""
        self.take(tokens)
        return max(0.0, -self._tokens / self._rate)
