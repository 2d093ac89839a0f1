"""Which facts are at hand, where a board has more than a task needs."""

from attrs import frozen

from okin_lib.instruments.board.search import EVERYTHING, Search


@frozen
class AtHand:
    """What of the facts is shown."""

    search: Search = EVERYTHING
    every: bool = False
    """Whether every fact is at hand, or only those in play."""
    sheet: bool = False
    """Whether the sheet is open that holds them where there is little room."""
    unfolded: frozenset[str] = frozenset()
    """The occasions, and the further panels, that are not folded."""
