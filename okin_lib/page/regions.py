"""What every lesson is to its host: immutable state that turns an event into changed regions."""

from collections.abc import Mapping
from typing import Any, Literal, NewType, Protocol, Self

from okin_lib.page.download import Files

RegionId = NewType("RegionId", str)
Regions = Mapping[RegionId, str]
"""Region id to its HTML."""
Parts = Mapping[str, tuple[RegionId, ...]]
"""Part id to the ids of its regions, in order."""
Layout = Literal["stacked", "beside", "desk", "screen", "board"]
"""How regions stand: one below the other; where there is room, what a learner changes beside what
changes; a board as one screen, an instrument as one, and the whole board.

Regions with ``data-area="NAME"`` that follow each other stand in one element of that area."""


class BadEvent(ValueError):
    """An event the lesson does not know; the message names what was wrong."""


class Mistake(BadEvent):
    """What anyone may do by mistake on a page of ours, as to mistype a code."""


class Lesson(Protocol):
    """Immutable state of one lesson.

    A *region* is one HTML element that carries ``data-region="ID"``. A *part* is the
    ordered group of regions that one notebook cell shows.
    """

    @property
    def parts(self) -> Parts:
        """The parts, with the ids of their regions."""

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """Part id to how its regions stand, for those whose regions are not stacked."""

    @property
    def files(self) -> Files:
        """The files that can be asked for in this state."""

    def regions(self) -> Regions:
        """Every region of every part; each can be made when it is first asked for."""

    def after(self, event: Mapping[str, Any]) -> Self:
        """Return the lesson after ``event``; raise `BadEvent` if it is not one of its own."""


def region_ids(*ids: str) -> tuple[RegionId, ...]:
    """Return the ids as those of regions."""
    return tuple(map(RegionId, ids))


def begun_with(regions: Regions, parts: Parts) -> Parts:
    """Return the parts, of which the first begins with these regions."""
    first = next(iter(parts))
    return {**parts, first: (*regions, *parts[first])}


def changed(before: Regions, after: Regions) -> dict[RegionId, str]:
    """Return the regions whose HTML differs, by id."""
    return {key: html for key, html in after.items() if before.get(key) != html}
