"""How a reader takes the precedents: what each is taken to have held, and what matters at all.

What they then force is `constraint`.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Protocol

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.precedents import Ratio
from okin_lib.record.types import Side


class Decided(Protocol):
    """A decided case, as far as it can constrain another."""

    @property
    def id(self) -> str:
        """The id."""

    @property
    def name(self) -> str:
        """The name."""

    @property
    def year(self) -> int:
        """The year of decision."""

    @property
    def binding(self) -> bool:
        """Whether it binds the court of this case."""

    @property
    def violation(self) -> str:
        """Whether the facts alleged or shown would, if proved, violate."""


@frozen(eq=False)
class Holding:
    """What a reader takes a case, or several read together, to have held."""

    of: tuple[Decided, ...]
    """The cases, in order of decision."""
    ratio: Ratio
    outweighed: Collection[FactorId]
    """The factors that did not keep the winner from winning."""

    def in_force(self, year: int) -> bool:
        """Return whether it counts for conduct in ``year``: all decided, and before then."""
        return self.by(year - 1)

    def by(self, year: int) -> bool:
        """Return whether it binds and was all decided in ``year`` or before."""
        return all(
            case.binding and case.violation == "yes" and case.year <= year for case in self.of
        )


@frozen(eq=False)
class Stance:
    """How one reader takes the precedents."""

    reader: str
    """Id of the reading of precedent that it is, or that it began from."""
    relevant: Mapping[Side, tuple[FactorId, ...]]
    """Per side, the factors that matter at all."""
    establishes: tuple[Holding, ...]
    denies: tuple[Holding, ...]
    """The holdings that a right exists, and that it was not established or does not exist."""


@lru_cache(maxsize=64)  # so that what is kept of a stance's holdings is found again
def apart(case: Case, reader: str) -> Stance:
    """Return the precedents as ``reader`` takes them, each by itself."""
    cases = case.doctrine.precedents
    return Stance(
        reader=reader,
        relevant=case.doctrine.relevant[reader],
        establishes=tuple(
            Holding((p,), p.establishes[reader], p.factors)
            for p in cases
            if reader in p.establishes
        ),
        denies=tuple(
            Holding((p,), p.denies[reader], p.factors) for p in cases if reader in p.denies
        ),
    )


@lru_cache(maxsize=64)  # as above
def stance_of(case: Case, reader: str) -> Stance:
    """Return the precedents as ``reader`` takes them, together where that reader does so (434)."""
    taken = apart(case, reader)
    return read_together(case, taken) if reader in case.doctrine.together.reads else taken


def read_together(case: Case, taken: Stance) -> Stance:
    """Return the stance with the precedents that may be read together also read so (434).

    Once all are decided, each of them stands for what they then hold.
    """
    together = case.doctrine.together
    cases = tuple(p for p in case.doctrine.precedents if p.id in together.of)
    joint = (Holding(cases, together.ratios[taken.reader], p.factors) for p in cases)
    return evolve(taken, establishes=(*taken.establishes, *joint))
