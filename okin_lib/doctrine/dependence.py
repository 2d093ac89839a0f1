"""What an element of a case depends on: factors, how officers stand, and what reasons assert."""

from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import Composition, Element, ElementId
from okin_lib.doctrine.factors import Condition, FactorId
from okin_lib.doctrine.law import Doctrine
from okin_lib.doctrine.precedents import Ratio
from okin_lib.doctrine.propositions import ends, leaves, made_of
from okin_lib.record.types import FactId, Support


@frozen(eq=False)
class AskedIfKnown:
    """A condition of which elements ask whether it is known to hold."""

    condition: Condition
    names: frozenset[FactorId]
    """The factors that it names, with those that they sum up."""
    by: frozenset[ElementId]
    """The elements that ask it, themselves or by their parts."""


@lru_cache(maxsize=8)
def asked_of_officers(case: Case) -> frozenset[ElementId]:
    """Return the elements that make up a municipality's as they stand for its officers."""
    return frozenset(
        end.parts[0].element
        for key in case.elements
        for end in _ends(case, key)
        if end.op == "officers"
    )


@lru_cache(maxsize=8)
def through_officers(case: Case) -> frozenset[ElementId]:
    """Return the elements that depend, at whatever remove, on how others stand for officers."""
    return frozenset(
        key
        for key in case.elements
        if any(end.op == "officers" for below in _closure(case, key) for end in _ends(case, below))
    )


@lru_cache(maxsize=512)
def turning_on(case: Case, factor: FactorId) -> frozenset[ElementId]:
    """Return the elements that can turn on the factor as it stands for the party itself."""
    return frozenset(
        key
        for key in case.elements
        if any(factor in _own(case, part) for part in _closure(case, key, gates=False))
    )


def _own(case: Case, key: ElementId) -> tuple[FactorId, ...]:
    """The factors that an element without parts can turn on."""
    return () if case.elements[key].parts else case.touches[key]


def _closure(case: Case, key: ElementId, gates: bool = True) -> frozenset[ElementId]:
    """The element, with all of the party's own that make it up or, with ``gates``, open it."""
    found, waiting = {key}, [key]
    while waiting:
        at = waiting.pop()
        opening = (gate.element for gate in case.elements[at].gates if gates)
        new = {*made_of(case.elements[at]), *opening} - found
        found |= new
        waiting.extend(new)
    return frozenset(found)


def _ends(case: Case, key: ElementId) -> tuple[Composition, ...]:
    parts = case.elements[key].parts
    return () if parts is None else ends(parts)


@lru_cache(maxsize=8)
def asked_if_known(case: Case) -> tuple[AskedIfKnown, ...]:
    """Return the conditions of which elements ask whether they are known to hold.

    Of what these name, knowing more can change even what is settled.
    """
    asking: dict[Condition, set[ElementId]] = {}
    for key in case.elements:
        for below in _closure(case, key, gates=False):
            for authority in case.elements[below].authorities:
                if authority.when is not None:
                    for each in _asked_if_known(case, authority.when):
                        asking.setdefault(each, set()).add(key)
    return tuple(
        AskedIfKnown(each, _named_by(case, each), frozenset(keys)) for each, keys in asking.items()
    )


def _asked_if_known(case: Case, condition: Condition) -> Iterator[Condition]:
    if condition.op == "shown":
        yield from condition.parts
    for part in condition.parts:
        yield from _asked_if_known(case, part)
    summing_up = case.derived.get(condition.factor)
    if summing_up is not None:
        yield from _asked_if_known(case, summing_up)


def _named_by(case: Case, condition: Condition) -> frozenset[FactorId]:
    """Return the factors that a condition names, with those that they sum up."""
    return frozenset(each for leaf in leaves(condition) for each in with_sums(case, leaf))


def with_sums(case: Case, factor: FactorId) -> tuple[FactorId, ...]:
    """Return the factor, with those that it sums up."""
    condition = case.derived.get(factor)
    below = () if condition is None else leaves(condition)
    return (factor, *(each for leaf in below for each in with_sums(case, leaf)))


@lru_cache(maxsize=8)
def asserted(case: Case) -> frozenset[FactId]:
    """Return the facts that a reason of an outcome asserts: without them it is not given."""
    law = case.doctrine
    reasons = (
        *(law.no_precedent, law.same_year),
        *(each for element in law.elements for each in _of_element(element)),
        *(each for ratio in _ratios(law) for each in _of_ratio(ratio)),
    )
    return frozenset(fact for each in reasons for reason in each for fact in reason.supposes)


def _of_element(element: Element) -> Iterator[tuple[Support, ...]]:
    yield from element.composed.values()
    yield from (gate.because for gate in element.gates)
    for authority in element.authorities:
        yield authority.because
        yield authority.lean.argument if authority.lean else ()


def _ratios(law: Doctrine) -> Iterator[Ratio]:
    for precedent in law.precedents:
        yield from precedent.establishes.values()
        yield from precedent.denies.values()
    yield from law.together.ratios.values()


def _of_ratio(ratio: Ratio) -> Iterator[tuple[Support, ...]]:
    yield ratio.because
    yield ratio.undecided.because if ratio.undecided else ()
