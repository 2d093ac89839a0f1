"""The whole of the doctrine."""

from functools import cached_property
from typing import Literal

from attrs import frozen

from okin_lib.doctrine.claims import Claim, Ruling
from okin_lib.doctrine.court_names import CourtNames
from okin_lib.doctrine.elements import Element, ElementId
from okin_lib.doctrine.factors import Factor, FactorId
from okin_lib.doctrine.precedents import Precedent, Together
from okin_lib.doctrine.readings import Preset, Reading, ReadingId
from okin_lib.record.types import Side, Support


@frozen
class Doctrine:
    """The law of the case, as data."""

    domestic: FactorId
    """Id of the factor that the private violence was domestic, if the law has one."""
    factors: tuple[Factor, ...]
    claims: tuple[Claim, ...]
    elements: tuple[Element, ...]
    precedents: tuple[Precedent, ...]
    relevant: dict[str, dict[Side, tuple[FactorId, ...]]]
    """By reading of precedent and side: the factors that matter at all."""
    precedent_reading: ReadingId
    """The id of the reading whose values say how precedent is read, if any is."""
    no_precedent: tuple[Support, ...]
    """What supports that a right no binding case has held is not established."""
    same_year: tuple[Support, ...]
    """What supports that it is open in the year of the first such case."""
    together: Together
    """The precedents that a reader may read together."""
    courts: tuple[str, ...]
    """The courts that the binding precedents bind."""
    court_names: CourtNames
    """How courts' names are read, and which others there are."""
    outcomes: dict[Literal["violation", "immunity"], tuple[ElementId, ...]]
    """The elements on which a precedent's outcomes, violation and immunity, are outcomes."""
    readings: tuple[Reading, ...]
    presets: tuple[Preset, ...]
    rulings: tuple[Ruling, ...]

    @cached_property
    def implied(self) -> tuple[tuple[FactorId, FactorId, bool], ...]:
        """By the factors' own definitions: one, another, and what that is where it is present."""
        return tuple(
            (factor.id, other, value)
            for factor in self.factors
            for value, others in ((True, factor.requires), (False, factor.excludes))
            for other in others
        )

    @cached_property
    def shown(self) -> tuple[tuple[FactorId, FactorId], ...]:
        """One factor, and another of which it is evidence."""
        return tuple((factor.id, other) for factor in self.factors for other in factor.shows)

    def supposed(self, reader: str) -> frozenset[str]:
        """Return the ids of the precedents of which the reader's ratio is supposed, not stated."""
        ratios = {p.id: p.establishes.get(reader) for p in self.precedents}
        return frozenset(name for name, ratio in ratios.items() if ratio and ratio.supposed)
