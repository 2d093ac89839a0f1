"""The order in which elements are listed: what makes up a whole stands under it.

What a claim is made up of in a row is the claim itself, and has nothing under it.
"""

from collections.abc import Collection, Iterator

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import Composition, ElementId
from okin_lib.doctrine.propositions import in_a_row, made_of


def outline(case: Case, keys: Collection[ElementId]) -> Iterator[tuple[ElementId, bool]]:
    """Yield each of the elements, and whether it stands under the one before that is a whole."""
    claims = {key for claim in case.doctrine.claims for key in _row(claim.parts)}
    under = {key: made_of(case.elements[key]) for key in keys if key not in claims}
    beneath = {part for parts in under.values() for part in parts if part in keys}
    for key in keys:
        if key not in beneath:
            yield key, False
            yield from ((part, True) for part in under.get(key, ()) if part in keys)


def negated(case: Case) -> frozenset[ElementId]:
    """Return the elements that a claim needs not to hold."""
    rows = (part for claim in case.doctrine.claims for part in in_a_row(claim.parts))
    return frozenset(part.parts[0].element for part in rows if part.op == "not")


def _row(parts: Composition | None) -> Iterator[ElementId]:
    """What a claim needs in a row, of those elements that are not two ways to the same."""
    for part in in_a_row(parts):
        yield (part.parts[0] if part.op == "not" else part).element
