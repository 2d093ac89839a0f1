"""Pairs of parties whose cases the opinion gives occasion to compare."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import PartyId, Support


@frozen
class Pair:
    """Two parties, and what can be said of how their cases came out."""

    parties: tuple[PartyId, ...]
    label: str
    """How far the opinion accounts for the two results."""
    given: tuple[Support, ...]
    """What it does give."""
    shared: tuple[Support, ...]
    """What the record recites of both."""
    distinctions: tuple[Support, ...]
    """What might set them apart; the court adopted none."""
    despite: tuple[Support, ...] = ()
    """What does not set them apart, or points the other way."""


@frozen(eq=False)
class Comparisons:
    """The pairs; no two are of the same parties."""

    pairs: tuple[Pair, ...]

    def of(self, one: PartyId, other: PartyId) -> Pair | None:
        """Return what is said of two parties, in whichever order they are named."""
        return next((pair for pair in self.pairs if {*pair.parties} == {one, other}), None)


def _wrong(found: Comparisons, case: Case) -> Iterator[Problem]:
    moving = [party.id for party in case.record.parties if party.moving]
    seen: set[frozenset[PartyId]] = set()
    for pair in found.pairs:
        named, place = frozenset(pair.parties), place_of(pair.label)
        yield from unknown("moving party", pair.parties, moving)
        if len(named) != 2 or len(pair.parties) != 2:
            yield Problem(place, "a pair is not of two parties: name two different ones")
        if named in seen:
            yield Problem(place, f"{' and '.join(pair.parties)} are compared twice: remove one")
        seen.add(named)


COMPARISONS = Study(
    Comparisons,
    "instruments/comparison/data.yaml",
    _wrong,
    {"pairs of parties compared": lambda found: len(found.pairs)},
)
