"""The order in which elements are listed: what makes up a whole stands under it.

What a claim is made up of in a row is the claim itself, and has nothing under it.
"""

from collections.abc import Collection, Iterator

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import Composition, ElementId
from okin_lib.doctrine.propositions import ends


def outline(case: Case, keys: Collection[ElementId]) -> Iterator[tuple[ElementId, bool]]:
    """Yield each of the elements, and whether it stands under the one before that is a whole."""
    claims = {key for claim in case.doctrine.claims for key in _row(claim.parts)}
    under = {key: _parts(case.elements[key].parts) for key in keys if key not in claims}
    beneath = {part for parts in under.values() for part in parts if part in keys}
    for key in keys:
        if key not in beneath:
            yield key, False
            yield from ((part, True) for part in under.get(key, ()) if part in keys)


def negated(case: Case) -> frozenset[ElementId]:
    """Return the elements that a claim needs not to hold."""
    rows = (part for claim in case.doctrine.claims for part in _in_a_row(claim.parts))
    return frozenset(part.parts[0].element for part in rows if part.op == "not")


def _in_a_row(parts: Composition | None) -> tuple[Composition, ...]:
    if parts is None:
        return ()
    return parts.parts if parts.op == "all" else (parts,)


def _row(parts: Composition | None) -> Iterator[ElementId]:
    """What a claim needs in a row, of those elements that are not two ways to the same."""
    for part in _in_a_row(parts):
        yield (part.parts[0] if part.op == "not" else part).element


def _parts(parts: Composition | None) -> tuple[ElementId, ...]:
    every = () if parts is None else ends(parts)
    return tuple(end.element for end in every if end.op == "element")
