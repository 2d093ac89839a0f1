"""A claim's line: what stands on it, on which wire, and how each wire goes on."""

from collections.abc import Mapping, Sequence
from typing import Literal

from attrs import frozen

from okin_lib.doctrine.elements import Element, ElementId
from okin_lib.doctrine.statuses import Status

Wire = Literal["run", "hang", "skip", "dead"]
"""It runs, hangs on what is open, passes over what the court does not say, or has been stopped."""
STRENGTH: Mapping[Wire, int] = {"run": 3, "hang": 2, "skip": 1, "dead": 0}
Lane = Literal["main", "by", "outer"]
LANES: Sequence[Lane] = ("main", "by", "outer")
"""The claim's own line, and the wires beside it, from the nearest."""

WIRE: Mapping[Status, Wire] = {
    "triable": "run",
    "yes": "run",
    "no-genuine-issue": "dead",
    "no": "dead",
    "open": "hang",
    "not-reached": "skip",
    "not-stated": "skip",
}
OPPOSITE: Mapping[Wire, Wire] = {"run": "dead", "dead": "run", "hang": "hang", "skip": "skip"}


@frozen
class Slot:
    """The place of an element on the line."""

    element: Element
    negated: bool
    """Whether the claim needs the element not to hold."""
    into: Wire
    out: Wire
    parts: tuple[ElementId, ...]
    """What makes up the element, where that is shown beside it."""
    lane: Lane = "main"
    beside: tuple[tuple[Lane, Wire], ...] = ()
    """The wires that pass it by."""
    opens: tuple[tuple[Lane, Wire], ...] = ()
    """The wires that leave the line before it."""
    closes: tuple[tuple[Lane, Wire], ...] = ()
    """The wires that come back to the line after it."""
    barred: bool = False
    """Whether the line goes no further than the bracket that ends with it."""

    @property
    def stops(self) -> bool:
        """Whether the wire stops here."""
        return self.into != "dead" and self.out == "dead"

    @property
    def parts_under(self) -> bool:
        """Whether its parts stand under it, since a wire passes where they would stand."""
        return bool(self.parts) and "by" in dict(self.beside)


@frozen
class Bracket:
    """An element of the claim that is the stretch of the line over its parts."""

    element: Element
    negated: bool
    into: Wire
    slots: tuple[Slot, ...]


@frozen
class Circuit:
    """A claim's line: what stands on it, in order, and how it comes to the motion."""

    stretches: tuple[Bracket | Slot, ...]
    end: Wire

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What stands on it, in order, within a bracket or not."""
        return tuple(
            slot
            for stretch in self.stretches
            for slot in (stretch.slots if isinstance(stretch, Bracket) else (stretch,))
        )
