"""Why an element is open: ways for the unknowns to fall that divide it.

While those ways can still come about, the element stays open, and need not be asked again.
"""

from collections.abc import Iterable, Mapping

from okin_lib.doctrine.claims import Claim
from okin_lib.reasoning.authority import gates_standing
from okin_lib.reasoning.decide import joint_ways, outcome, ways
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.party_case import PartyCase

Ways = tuple[tuple[Situation, object], ...]
"""Ways for the unknowns to fall, and what comes of each."""
Known = Mapping[str, bool]


class Witnesses:
    """The ways that keep the elements and motions of one party's case open."""

    def __init__(self, own: PartyCase) -> None:
        self._own = own
        self._found: dict[str, list[Ways]] = {}

    def may_settle(self, key: str, known: Known, within: frozenset[str] = frozenset()) -> bool:
        """Return whether the element may no longer be open once the factors are known."""
        if outcome(self._own, key).status != "open":
            return False
        element = self._own.case.elements[key]
        if key not in self._found:
            self._found[key] = [] if element.parts else [tuple(ways(self._own, key))]
            if element.parts:
                self.also(key, self._own)
        gates = gates_standing(element, self._own.readings)
        opened_by = {gate.element for gate in gates} - within
        return not self._open(key, known, "open") or any(
            self.may_settle(gate, known, within | {key}) for gate in opened_by
        )

    def may_decide(self, claim: Claim, known: Known) -> bool:
        """Return whether the claim's motion may no longer be open once the factors are known."""
        if claim.id not in self._found:
            self.also_of(claim, self._own)
        return not self._open(claim.id, known, None)

    def also(self, key: str, own: PartyCase) -> None:
        """Take in what keeps the element open in a case that is like the party's own."""
        self._found[key].append(_dividing(ways(own, key), "open"))

    def also_of(self, claim: Claim, own: PartyCase) -> None:
        """Take in what keeps the claim's motion open in a case that is like the party's own."""
        if claim.parts is not None:
            found = _dividing(joint_ways(own, claim.parts), None)
            self._found.setdefault(claim.id, []).append(found)

    def _open(self, key: str, known: Known, undecided: object) -> bool:
        return any(_divided(found, known, undecided) for found in self._found[key])


def _dividing(found: Iterable[tuple[Situation, object]], undecided: object) -> Ways:
    """Return a way that is itself undecided, or two that differ; none if there are neither."""
    first: Ways = ()
    for way, answer in found:
        if answer == undecided:
            return ((way, answer),)
        if first and answer != first[0][1]:
            return (*first, (way, answer))
        first = first or ((way, answer),)
    return ()


def _divided(found: Ways, known: Known, undecided: object) -> bool:
    """Whether ways that can still come about differ, or one of them is itself undecided."""
    answers = {answer for way, answer in found if _possible(way, known)}
    return len(answers) > 1 or undecided in answers


def _possible(way: Situation, known: Known) -> bool:
    for factor, value in known.items():
        falls = way.values[factor] if factor in way.values else way.value(factor)
        if falls is (not value):
            return False
    return True
