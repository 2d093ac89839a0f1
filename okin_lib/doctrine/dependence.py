"""What an element of a case depends on: which factors, and whether on how officers stand."""

from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import Composition
from okin_lib.doctrine.propositions import ends


@lru_cache(maxsize=8)
def asked_of_officers(case: Case) -> frozenset[str]:
    """Return the elements that make up a municipality's as they stand for its officers."""
    return frozenset(
        end.parts[0].element
        for key in case.elements
        for end in _ends(case, key)
        if end.op == "officers"
    )


@lru_cache(maxsize=8)
def through_officers(case: Case) -> frozenset[str]:
    """Return the elements that depend, at whatever remove, on how others stand for officers."""
    return frozenset(
        key
        for key in case.elements
        if any(end.op == "officers" for below in _closure(case, key) for end in _ends(case, below))
    )


@lru_cache(maxsize=512)
def turning_on(case: Case, factor: str) -> frozenset[str]:
    """Return the elements that can turn on the factor as it stands for the party itself."""
    return frozenset(
        key
        for key in case.elements
        if any(factor in _own(case, part) for part in _closure(case, key, gates=False))
    )


def _own(case: Case, key: str) -> tuple[str, ...]:
    """The factors that an element without parts can turn on."""
    return () if case.elements[key].parts else case.touches[key]


def _closure(case: Case, key: str, gates: bool = True) -> frozenset[str]:
    """The element, with all of the party's own that make it up or, with ``gates``, open it."""
    found, waiting = {key}, [key]
    while waiting:
        at = waiting.pop()
        parts = (end.element for end in _ends(case, at) if end.op == "element")
        opening = (gate.element for gate in case.elements[at].gates if gates)
        new = {*parts, *opening} - found
        found |= new
        waiting.extend(new)
    return frozenset(found)


def _ends(case: Case, key: str) -> tuple[Composition, ...]:
    parts = case.elements[key].parts
    return () if parts is None else ends(parts)
