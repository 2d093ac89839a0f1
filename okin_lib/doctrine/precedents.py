"""Precedents: what decided cases turn on, what they force, and how they differ."""

from typing import Literal

from attrs import frozen

from okin_lib.doctrine.factors import Condition, FactorId
from okin_lib.record.types import Support


@frozen
class LeftOpen:
    """What the opinion leaves undecided of a precedent that would govern by itself."""

    unless: Condition
    """The situation in which it is decided."""
    because: tuple[Support, ...]


@frozen
class Ratio:
    """What a reader takes a precedent to turn on, and what it forces."""

    material: tuple[FactorId, ...]
    """Factors that must be present for the precedent to force its result."""
    because: tuple[Support, ...]
    supposed: bool = False
    """Whether the reading is supposed rather than stated in the opinion."""
    undecided: LeftOpen | None = None
    """Where it governs and no other precedent does, what is then left open all the same."""


@frozen
class Together:
    """Precedents that may be read together."""

    label: str = ""
    """What doing so is called."""
    of: tuple[str, ...] = ()
    """Ids of the precedents."""
    reads: tuple[str, ...] = ()
    """The readings of precedent on which the court reads them so."""
    ratios: dict[str, Ratio] = {}
    """By reading of precedent, what they then stand for."""


NONE_TOGETHER = Together()


@frozen
class Precedent:
    """A decided case, with only what the opinion says of it."""

    id: str
    name: str
    short: str
    """Its name once it has been given in full."""
    cite: str
    court: str
    year: int
    binding: bool
    """Whether it binds the court of this case."""
    posture: str
    violation: Literal["yes", "no", "not-stated"]
    """Whether the facts alleged or shown would, if proved, violate."""
    immunity: Literal["granted", "denied", "not-stated"]
    """Whether immunity was granted, denied or not stated."""
    factors: dict[FactorId, Support]
    """The factors present in it, on either side, each with its passage."""
    establishes: dict[str, Ratio] = {}
    """By reading of precedent: the ratio that establishes the right for later conduct."""
    denies: dict[str, Ratio] = {}
    """By reading of precedent: the ratio on which the right was held not established (for conduct
    before the decision) or no violation at all (whenever).
    """
    inferred: tuple[FactorId, ...] = ()
    """Those of its factors that the opinion does not state of it, and this model infers."""
    absent: dict[FactorId, Support] = {}
    """The factors that the opinion says or implies it did not have. Any other is not stated."""
    history: str = ""

    @property
    def citation(self) -> str:
        """Where it is reported, by which court and when; a reporter may name its own court."""
        court = "" if self.court in self.cite else f"{self.court} "
        return f"{self.cite} ({court}{self.year})"

    @property
    def given(self) -> dict[FactorId, bool]:
        """What the opinion gives of its factors."""
        return dict.fromkeys(self.factors, True) | dict.fromkeys(self.absent, False)


@frozen
class Pole:
    """One end of an axis: the factor that puts a case there."""

    factor: FactorId
    label: str


@frozen
class Axis:
    """A way in which decided cases differ, with its two poles."""

    label: str
    poles: tuple[Pole, Pole]
