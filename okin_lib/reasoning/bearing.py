"""Which facts can bear on an element at all, whatever else is switched."""

from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.index import index, named


@lru_cache(maxsize=256)
def bearing_on(case: Case, element: str) -> frozenset[str]:
    """Return the ids of the facts, on the record or hypothetical, that can bear on the element.

    Those of the elements that it is made of bear on it too.
    """
    law = index(case)
    asked = law.elements[element]
    parts = () if asked.parts is None else named(asked.parts)
    return frozenset().union(
        *(law.feeds[factor] for factor in law.touches[element]),
        *(authority.considers for authority in asked.authorities),
        *(bearing_on(case, part) for part in parts),
    )
