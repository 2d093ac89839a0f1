"""The minimal sets of switches that change a finding: an exact search, smallest first.

From a set of switches that leaves the status as it was, only those go on that could change
a factor which that status turned on; so a fact that no such factor draws on is never tried.
The search is Reiter's hitting-set tree (1987), over changes that need not be monotone: more
switches may undo what fewer did.
"""

from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from itertools import combinations

from attrs import field, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import Ascription, Factor, FactorId
from okin_lib.reasoning.factors import days_of_harm
from okin_lib.reasoning.posed import Scope
from okin_lib.reasoning.what_if import Answer, Facts, WhatIf
from okin_lib.record.types import Fact, PartyId

EFFORT = 100_000
"""The most sets that a search tries, unless told otherwise."""

Ways = Callable[[Case, Factor, Scope, Facts], Iterator[Facts]]
"""From a factor, whose facts count for it, and those that are on: sets of switches, one of which
every change of the factor includes."""


@frozen
class Minimal:
    """The minimal sets of switches that change a status.

    Switching a set changes the status; switching any part of it does not.
    """

    sets: tuple[Facts, ...]
    """By size, and each size in the order of the record."""
    through: int | None = None
    """The size up to which every minimal set is here; None if every one of any size is."""

    @property
    def complete(self) -> bool:
        """Whether there is no other minimal set."""
        return self.through is None


@frozen(eq=False)
class Switches:
    """Facts of one kind, all to be switched one way: off, or on."""

    start: WhatIf
    kind: Facts
    """Ids of the facts that may be switched."""
    ways: Ways
    known: dict[tuple[PartyId, FactorId, Facts], tuple[Facts, ...]] = field(factory=dict)
    """The ways already found to change a factor, by party, factor and the facts on."""

    def minimal(
        self, element: ElementId, party: PartyId, limit: int | None = None, effort: int = EFFORT
    ) -> Minimal:
        """Return the minimal sets of switches that change the status of a finding.

        Parameters
        ----------
        limit
            The largest size sought; any size, if not given.
        effort
            The most sets tried. A search that would take more goes through the sizes it can.
        """
        before = self.start.answer(element, party, self.start.posed.on).status
        found: list[Facts] = []
        through = None
        queue = _Queue(self.start.posed.case)
        for tried, switched in enumerate(queue):
            if tried == effort:
                through = len(switched) - 1
                break
            if any(minimal <= switched for minimal in found):
                continue
            answer = self.start.answer(element, party, self.start.posed.on ^ switched)
            if answer.status != before:
                found.append(switched)
                continue
            further = {switched | way for way in self._onward(answer, switched)}
            near = {each for each in further if limit is None or len(each) <= limit}
            queue.extend(near)
            if near != further:
                through = limit
        sets = (each for each in found if through is None or len(each) <= through)
        return Minimal(tuple(sets), through)

    def _onward(self, answer: Answer, switched: Facts) -> Iterator[Facts]:
        """What to switch further: whatever changes the status includes one of these."""
        on = self.start.posed.on ^ switched
        for party, factors in answer.asked.items():
            for factor in factors:
                yield from self._changing(party, factor, on & self.start.posed.case.feeds[factor])

    def _changing(self, party: PartyId, factor: FactorId, on: Facts) -> tuple[Facts, ...]:
        key = party, factor, on
        if key not in self.known:
            case = self.start.posed.case
            each = case.factors[factor]
            ways = self.ways(case, each, self.start.whose(party, each.arises), on)
            self.known[key] = tuple(way for way in ways if way and way <= self.kind)
        return self.known[key]


def removals(start: WhatIf) -> Switches:
    """Return the facts of the record, to be left out."""
    return Switches(start, start.posed.case.record_on, _losses)


def additions(start: WhatIf) -> Switches:
    """Return the hypothetical facts, to be added."""
    return Switches(start, frozenset(start.posed.case.atoms) - start.posed.case.record_on, _gains)


class _Queue:
    """Sets of switches to try: each once, by size and then in the order of the record."""

    def __init__(self, case: Case) -> None:
        self._place = {fact: place for place, fact in enumerate(case.atoms)}
        self._heap: list[tuple[int, list[int], Facts]] = [(0, [], frozenset())]
        self._seen: set[Facts] = set()

    def extend(self, sets: set[Facts]) -> None:
        """Add the sets that were never added before."""
        for each in sets - self._seen:
            heappush(self._heap, (len(each), sorted(map(self._place.__getitem__, each)), each))
        self._seen |= sets

    def __iter__(self) -> Iterator[Facts]:
        while self._heap:
            yield heappop(self._heap)[-1]


def _gains(_: Case, factor: Factor, whose: Scope, on: Facts) -> Iterator[Facts]:
    for fact in set(factor.arises.facts) & whose.facts - on:
        yield frozenset([fact])


def _losses(case: Case, factor: Factor, whose: Scope, on: Facts) -> Iterator[Facts]:
    rule, firm = factor.arises, on & whose.firm
    anyhow = on & whose.facts
    sure = firm.intersection(rule.any_of)
    if defeating := anyhow.intersection(rule.defeated_by):
        yield defeating
    elif rule.follows:
        dated = anyhow.intersection(rule.follows).intersection(case.dates)
        yield from _undone(case, rule, dated, on.intersection(rule.any_of))
    elif rule.relied and firm.issuperset(rule.relied):
        yield from (sure | {fact} for fact in rule.relied)
    elif sure:
        yield sure
    elif rule.failures:
        recited = firm.intersection(rule.also)
        yield from _fewer(case, rule, anyhow.intersection(rule.failures), recited)
    elif factor.absence == "not-shown":
        yield anyhow.intersection((*rule.any_of, *rule.relied, *rule.also))


def _fewer(case: Case, rule: Ascription, failures: Facts, recited: Facts) -> Iterator[Facts]:
    """Yield sets of failures, one of which is gone wherever failures are less repeated."""
    occasions: dict[str, Facts] = {}
    for key in failures:
        if isinstance(atom := case.atoms[key], Fact):
            occasions[atom.event] = occasions.get(atom.event, frozenset()) | {key}
    if len(occasions) >= rule.occasions:
        for gone in combinations(occasions.values(), len(occasions) - rule.occasions + 1):
            yield frozenset().union(*gone)
    elif len(failures) > 1:
        yield from (failures - {one} | recited for one in failures)
    else:
        yield recited


def _undone(case: Case, rule: Ascription, responses: Facts, harm: Facts) -> Iterator[Facts]:
    """Yield sets, one of which is gone wherever harm no longer follows, or no longer may."""
    days = days_of_harm(case, rule)
    for day in ("", *{days[fact] for fact in harm}):  # of the last harm that is left, or of none
        later = frozenset(fact for fact in harm if days[fact] > day)
        yield later | frozenset(fact for fact in responses if case.dates[fact] < day)
    if undated := frozenset(fact for fact in harm if not case.dates[fact]):
        yield from (undated, responses)
