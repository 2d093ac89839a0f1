"""What every lesson is to its host: immutable state that turns an event into changed regions."""

from collections.abc import Mapping
from typing import Any, Literal, Protocol, Self

Regions = Mapping[str, str]
Layout = Literal["stacked", "beside", "board"]
"""How regions stand: one below the other; where there is room, what a learner changes beside what
changes; and the same with every finding in sight all the while."""


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
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """Part id to the ids of its regions, in order."""

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """Part id to how its regions stand, for those whose regions are not stacked."""

    def regions(self) -> Regions:
        """Region id to its HTML, for every region of every part."""

    def after(self, event: Mapping[str, Any]) -> Self:
        """Return the lesson after ``event``; raise `BadEvent` if it is not one of its own."""


def changed(before: Regions, after: Regions) -> dict[str, str]:
    """Return the regions whose HTML differs, by id."""
    return {key: html for key, html in after.items() if before.get(key) != html}
