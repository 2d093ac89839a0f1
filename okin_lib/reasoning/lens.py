"""The motion through the worlds that the record permits, and which disputes matter to it.

The motion is granted if no one world satisfies every element, even where for each element
there is a world that satisfies it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.statuses import Motion
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.types import Scenario
from okin_lib.reasoning.worlds import (
    Facts,
    Find,
    Ways,
    Where,
    finder,
    undoubting,
    ways,
)
from okin_lib.record.disputes import Dispute
from okin_lib.record.types import FactId, PartyId


@frozen
class DisputeHere:
    """A disputed matter in a scenario."""

    dispute: Dispute
    varies: bool
    """Whether its facts vary between the worlds that are permitted."""
    doubted: bool
    """Whether a reading leaves it in doubt that its facts may be taken at all: a question for
    the court, and so the same in every world."""
    turning: frozenset[Where]
    """The elements, per party, whose status changes in some world as it is settled another
    way."""

    def label(self, element: ElementId, party: PartyId) -> str:
        """Return what it is to an element: it varies, the element turns on it, both or neither."""
        return _label(self.varies, (element, party) in self.turning)

    @property
    def overall(self) -> str:
        """What it is to any element of any party."""
        return _label(self.varies, bool(self.turning))


@frozen
class Result:
    """What becomes of the motion on a claim against a party."""

    claim: str
    party: PartyId
    motion: Motion
    world: Facts | None
    """What the first world that satisfies every element takes of the disputed facts that any
    element draws on; None if no world does."""


@frozen
class Lens:
    """Every disputed matter, and every motion, over the worlds that the record permits."""

    matters: tuple[DisputeHere, ...]
    results: tuple[Result, ...]


@lru_cache(maxsize=32)
def lens(case: Case, supposed: Scenario) -> Lens:
    """Return the disputes and the motions of a scenario, over the worlds that it permits."""
    matters = case.disputes
    found = [ways(case, supposed, dispute) for dispute in matters]
    fed = frozenset(f for keys in case.touches.values() for key in keys for f in case.feeds[key])
    felt = [each.of(fed) for each in found]
    in_doubt = pose(case, supposed).assumption.doubted
    find = finder(case, supposed, matters)
    certain = finder(case, undoubting(case, supposed), matters) if in_doubt else find
    doubted = [not in_doubt.isdisjoint(dispute.facts) for dispute in matters]
    return Lens(
        matters=tuple(
            DisputeHere(
                dispute,
                varies=len(found[at].permitted) > 1,
                doubted=doubted[at],
                turning=_turning(felt, at, certain if doubted[at] else find),
            )
            for at, dispute in enumerate(matters)
        ),
        results=tuple(_results(felt, find)),
    )


def _turning(felt: Sequence[Ways], at: int, find: Find) -> frozenset[Where]:
    turns: set[Where] = set()
    for settled in product(*(each.permitted for each in felt)):
        here = find(settled).statuses
        for way in felt[at].all:
            there = find([*settled[:at], way, *settled[at + 1 :]]).statuses
            turns.update(where for where, status in here.items() if there[where] != status)
    return frozenset(turns)


def _results(felt: Sequence[Ways], find: Find) -> Iterator[Result]:
    worlds = list(product(*(each.permitted for each in felt)))
    claims = [find(world).claims for world in worlds]
    for claim, party in claims[0]:
        truths = [found[claim, party] for found in claims]
        if True in truths:
            world = frozenset[FactId]().union(*worlds[truths.index(True)])
            yield Result(claim, party, "denied", world)
        else:
            yield Result(claim, party, "open" if None in truths else "granted", None)


def _label(varies: bool, turns: bool) -> str:
    words = [*(["varies"] if varies else []), *(["turns"] if turns else [])]
    return " and ".join(words) or "neither"
