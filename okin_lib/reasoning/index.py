"""A case looked up by id: built once, read on every analysis."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.types import (
    Ascription,
    Authority,
    Composition,
    Condition,
    Element,
    Factor,
    Precedent,
    Reading,
)
from okin_lib.record.types import Fact, Hypothetical, Party


@frozen(eq=False)
class Index:
    """The parts of a case by id, and what feeds what.

    Attributes
    ----------
    atoms
        Every fact and hypothetical, in the order of the record.
    record_on
        Ids of the facts of the record.
    feeds
        Factor id to the ids of all facts that can bear on it, directly or not.
    touches
        Element id to the ids of the factors it can turn on, its parts' included.
    officers
        The individual defendants.
    defendants
        The parties of whom some element is asked.
    """

    case: Case
    atoms: Mapping[str, Fact | Hypothetical]
    record_on: frozenset[str]
    parties: Mapping[str, Party]
    factors: Mapping[str, Factor]
    elements: Mapping[str, Element]
    precedents: tuple[Precedent, ...]
    readings: Mapping[str, Reading]
    defaults: Mapping[str, str]
    feeds: Mapping[str, frozenset[str]]
    touches: Mapping[str, tuple[str, ...]]
    officers: tuple[Party, ...]
    defendants: tuple[Party, ...]


@lru_cache(maxsize=8)
def index(case: Case) -> Index:
    """Return the index of ``case``."""
    record, doctrine = case.record, case.doctrine
    factors = {factor.id: factor for factor in doctrine.factors}
    elements = {element.id: element for element in doctrine.elements}
    asked = {role for element in doctrine.elements for role in element.applies}
    own = {key: tuple(_own_factors(element, case)) for key, element in elements.items()}
    return Index(
        case=case,
        atoms={fact.id: fact for fact in record.facts}
        | {supposed.id: supposed for supposed in record.hypotheticals},
        record_on=frozenset(fact.id for fact in record.facts),
        parties={party.id: party for party in record.parties},
        factors=factors,
        elements=elements,
        precedents=doctrine.precedents,
        readings={reading.id: reading for reading in doctrine.readings},
        defaults={reading.id: reading.values[0].id for reading in doctrine.readings},
        feeds={
            key: frozenset(_feeding(factor.arises, factors)) for key, factor in factors.items()
        },
        touches={key: _touched(key, elements, own) for key in elements},
        officers=tuple(p for p in record.parties if p.role == "officer"),
        defendants=tuple(p for p in record.parties if p.role in asked),
    )


def leaves(condition: Condition) -> Iterator[str]:
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


@cache
def named(composition: Composition) -> tuple[str, ...]:
    """Return the element ids that a composition names, in order."""
    own = (composition.element,) if composition.op == "element" else ()
    return own + tuple(key for part in composition.parts for key in named(part))


def _own_factors(element: Element, case: Case) -> Iterator[str]:
    for side in element.favours.values():
        yield from side
    for authority in element.authorities:
        yield from _authority_factors(authority, case)


def _authority_factors(authority: Authority, case: Case) -> Iterator[str]:
    if authority.when is not None:
        yield from leaves(authority.when)
    if authority.kind == "precedents":
        for sides in case.doctrine.relevant.values():
            for factors in sides.values():
                yield from factors


def _touched(
    key: str, elements: Mapping[str, Element], own: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    parts = elements[key].parts
    below = () if parts is None else named(parts)
    nested = [factor for part in below for factor in _touched(part, elements, own)]
    return tuple(dict.fromkeys([*own[key], *nested]))


def _feeding(rule: Ascription, factors: Mapping[str, Factor]) -> Iterator[str]:
    yield from rule.facts
    if rule.holds_when is not None:
        for factor in leaves(rule.holds_when):
            yield from _feeding(factors[factor].arises, factors)
