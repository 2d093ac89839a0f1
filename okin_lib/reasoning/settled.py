"""What is found once for all cases of a party in which nothing differs that outcomes depend on.

A click leaves most parties where they were: their factors are the same, and so is all that counts
beside them. What was found of them then is found of them now.
"""

from collections.abc import MutableMapping
from functools import lru_cache

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.reasoning.outcome import Outcome
from okin_lib.reasoning.types import Readings
from okin_lib.record.types import FactId, PartyId


class Settled(dict[ElementId, Outcome]):
    """Outcomes already found, by element; it is equal to itself alone."""

    __hash__ = object.__hash__  # type: ignore[assignment]
    __eq__ = object.__eq__
    __ne__ = object.__ne__


@frozen
class Basis:
    """All that a party's outcomes depend on."""

    party: PartyId
    readings: Readings
    year: int
    on_record: bool
    """Whether the facts and their date are exactly the record's."""
    unmoved: frozenset[ElementId]
    """Elements to which what is supposed makes no difference, as the opinion states."""
    known: tuple[bool | None, ...]
    """The values of the factors that facts give rise to."""
    asserted: frozenset[FactId]
    """Of the facts that stand, those that a reason asserts."""
    officers: tuple[MutableMapping[ElementId, Outcome], ...]
    """What is settled of a municipality's officers."""


@lru_cache(maxsize=512)  # without, the analysis at a click takes half as long again
def settled(case: Case, basis: Basis) -> Settled:  # noqa: ARG001 (it is settled for these)
    """Return what is settled of every case of that basis, to which whoever decides it adds."""
    return Settled()
