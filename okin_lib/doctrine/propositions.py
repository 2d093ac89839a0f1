"""What propositions are made of: the factors of a condition, the elements of a composition."""

from collections.abc import Iterator, Mapping
from functools import cache

from okin_lib.doctrine.elements import Authority, Composition, Element, ElementId
from okin_lib.doctrine.factors import Ascription, Condition, Factor, FactorId
from okin_lib.doctrine.law import Doctrine
from okin_lib.record.types import FactId


def leaves(condition: Condition) -> Iterator[FactorId]:
    """Yield the factor ids that a condition names."""
    if condition.op == "factor":
        yield condition.factor
    for part in condition.parts:
        yield from leaves(part)


@cache
def ends(composition: Composition) -> tuple[Composition, ...]:
    """Return what a composition is made of in the end: elements, the party's or its officers'."""
    if composition.op in ("element", "officers"):
        return (composition,)
    return tuple(end for part in composition.parts for end in ends(part))


def made_of(element: Element) -> tuple[ElementId, ...]:
    """Return the ids of what makes up an element in the end, but for what is found of others."""
    every = () if element.parts is None else ends(element.parts)
    return tuple(end.element for end in every if end.op == "element")


def in_a_row(parts: Composition | None) -> tuple[Composition, ...]:
    """Return what a claim needs one after the other: all its parts, or itself if it needs one."""
    if parts is None:
        return ()
    return parts.parts if parts.op == "all" else (parts,)


@cache
def named(composition: Composition) -> tuple[ElementId, ...]:
    """Return the element ids that a composition names, in order."""
    own = (composition.element,) if composition.op == "element" else ()
    return own + tuple(key for part in composition.parts for key in named(part))


def beneath(
    parts: Composition | None, elements: Mapping[ElementId, Element]
) -> tuple[ElementId, ...]:
    """Return the ids of the elements that make something up, and of those that make them up."""
    made_of = () if parts is None else named(parts)
    return tuple(
        key for part in made_of for key in (part, *beneath(elements[part].parts, elements))
    )


def feeding(factors: Mapping[FactorId, Factor]) -> dict[FactorId, frozenset[FactId]]:
    """Return, by factor, the ids of all facts that can bear on it, directly or not."""
    return {key: frozenset(_feeding(each.arises, factors)) for key, each in factors.items()}


def touched(
    doctrine: Doctrine, elements: Mapping[ElementId, Element]
) -> dict[ElementId, tuple[FactorId, ...]]:
    """Return, by element, the ids of the factors it can turn on, its parts' included."""
    own = {key: tuple(_own_factors(element, doctrine)) for key, element in elements.items()}
    return {
        key: tuple(
            dict.fromkeys(
                factor for part in (key, *beneath(each.parts, elements)) for factor in own[part]
            )
        )
        for key, each in elements.items()
    }


def _own_factors(element: Element, doctrine: Doctrine) -> Iterator[FactorId]:
    for side in element.favours.values():
        yield from side
    for authority in element.authorities:
        yield from _authority_factors(authority, doctrine)


def _authority_factors(authority: Authority, doctrine: Doctrine) -> Iterator[FactorId]:
    if authority.when is not None:
        yield from leaves(authority.when)
    if authority.kind == "precedents":
        for sides in doctrine.relevant.values():
            for factors in sides.values():
                yield from factors


def _feeding(rule: Ascription, factors: Mapping[FactorId, Factor]) -> Iterator[FactId]:
    yield from rule.facts
    if rule.holds_when is not None:
        for factor in leaves(rule.holds_when):
            yield from _feeding(factors[factor].arises, factors)
