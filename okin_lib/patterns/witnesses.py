"""Why an element is open: ways for the unknowns to fall that divide it.

While those ways can still come about, the element stays open, and need not be asked again.
"""

from collections.abc import Iterable, Mapping

from attrs import evolve

from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.dependence import asked_if_known, with_sums
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.reasoning.authority import gates_standing
from okin_lib.reasoning.decide import joint_ways, outcome
from okin_lib.reasoning.factors import knowing
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.motion import elements_of
from okin_lib.reasoning.outcome import Outcome
from okin_lib.reasoning.party_case import PartyCase

OPEN = "open"
Known = Mapping[FactorId, bool]
Ways = tuple[tuple[Known, object], ...]
"""Ways for the unknowns to fall, and what comes of each."""


class Witnesses:
    """The ways that keep the elements and motions of one party's case open."""

    def __init__(self, own: PartyCase) -> None:
        self._own = own
        self._found: dict[str, list[Ways]] = {}
        self._shown = {
            asked for asked in asked_if_known(own.case) if own.situation.shows(asked.condition)
        }
        self._otherwise: dict[tuple[FactorId, bool], frozenset[ElementId]] = {}
        self._sums: dict[tuple[int, FactorId], bool | None] = {}

    def may_change(
        self, key: ElementId, known: Known, within: frozenset[ElementId] = frozenset()
    ) -> bool:
        """Return whether the element may stand otherwise once the factors are known."""
        if key in self._shown_otherwise(known):
            return True
        if outcome(self._own, key).status != OPEN:
            return False
        if key not in self._found:
            self.also(key, self._own)
        gates = gates_standing(self._own.case.elements[key], self._own.readings)
        opened_by = {gate.element for gate in gates} - within
        return not self._open(key, known) or any(
            self.may_change(gate, known, within | {key}) for gate in opened_by
        )

    def left(self, key: ElementId, known: Known) -> Outcome | None:
        """Return how an open element stands, if it is reached, on the ways that are left of it.

        None if that must be asked again.
        """
        found = outcome(self._own, key)
        if key in self._shown_otherwise(known):
            return None
        ways = [each for each in found.ways if self._possible(each[0], known)]
        if len({each.status for _, each in ways}) == 1:
            return ways[0][1]
        return evolve(found, ways=tuple(ways)) if ways else None

    def may_decide(self, claim: Claim, known: Known) -> bool:
        """Return whether the claim's motion may no longer be open once the factors are known."""
        if not self._shown_otherwise(known).isdisjoint(elements_of(claim)):
            return True
        if claim.id not in self._found:
            self.also_of(claim, self._own)
        return not self._open(claim.id, known)

    def also(self, key: ElementId, own: PartyCase) -> None:
        """Take in what keeps the element open in the party's own case, or in one like it."""
        parts = own.case.elements[key].parts
        found: Ways
        if parts is None:
            divided = outcome(own, key)
            new = self._own.situation.falls_in(own.situation)
            found = tuple(({**new, **way}, each.status) for way, each in divided.ways)
            found = found or ((new, OPEN),)
        else:
            found = self._dividing(joint_ways(own, parts))
        self._found.setdefault(key, []).append(found)

    def also_of(self, claim: Claim, own: PartyCase) -> None:
        """Take in what keeps the claim's motion open, in the same way."""
        if claim.parts is not None:
            found = self._dividing(joint_ways(own, claim.parts))
            self._found.setdefault(claim.id, []).append(found)

    def _dividing(self, found: Iterable[tuple[Situation, bool | None]]) -> Ways:
        """Return a way that is itself undecided, or two that differ; none if there are neither."""
        first: Ways = ()
        for way, truth in found:
            falls = self._own.situation.falls_in(way)
            if truth is None:
                return ((falls, OPEN),)
            if first and truth != first[0][1]:
                return (*first, (falls, truth))
            first = first or ((falls, truth),)
        return ()

    def is_like(self, keys: Iterable[ElementId], known: Known) -> bool:
        """Return whether a way with the factors known is one of the party's own case.

        It is unless one of them sums up others, or what an element asks to be shown changes.
        """
        summing_up = not known.keys().isdisjoint(self._own.case.derived)
        return not summing_up and self._shown_otherwise(known).isdisjoint(keys)

    def _shown_otherwise(self, known: Known) -> frozenset[ElementId]:
        """Return the elements that ask to be shown what then is, or then is not."""
        ((factor, value), *_) = known.items()
        if (factor, value) not in self._otherwise:
            case = self._own.case
            after = knowing(case, self._own.situation, factor, value)
            summed = {each for name in known for each in with_sums(case, name)}
            self._otherwise[factor, value] = frozenset().union(
                *(
                    asked.by
                    for asked in asked_if_known(case)
                    if not summed.isdisjoint(asked.names)
                    and (asked in self._shown) != after.shows(asked.condition)
                )
            )
        return self._otherwise[factor, value]

    def _open(self, key: str, known: Known) -> bool:
        return any(self._divided(found, known) for found in self._found[key])

    def _divided(self, found: Ways, known: Known) -> bool:
        """Whether ways that can still come about differ, or one of them is itself undecided."""
        seen = None
        for way, answer in found:
            if self._possible(way, known):
                if answer == OPEN or (seen is not None and answer != seen):
                    return True
                seen = answer
        return False

    def _possible(self, way: Known, known: Known) -> bool:
        """Whether the unknowns may still fall that way; what sums up others is then asked."""
        for factor, value in known.items():
            summing_up = factor in self._own.case.derived
            falls = self._sum(way, factor) if summing_up else way.get(factor)
            if falls is (not value):
                return False
        return True

    def _sum(self, way: Known, factor: FactorId) -> bool | None:
        """Return what a factor that sums up others is, if the unknowns fall that way."""
        key = id(way), factor
        if key not in self._sums:
            fallen = self._own.situation.falling(way)
            self._sums[key] = None if fallen is None else fallen.value(factor)
        return self._sums[key]
