"""The keys of a code: a few characters for each name that a scenario can hold."""

from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from itertools import product

from okin_lib.doctrine.case import Case

LENGTH = 4
"""How many characters a key has."""

Name = tuple[str, str]
"""The field of a scenario, and what it names there."""


@lru_cache(maxsize=8)  # a board gives its code with every act
def keys_of(case: Case) -> Mapping[Name, str]:
    """Return the key of every name that a scenario can hold."""
    return {now: key(now) for then, now in _names(case) if then == now}


@lru_cache(maxsize=8)
def names_of(case: Case) -> Mapping[str, Name]:
    """Return every name by its key, and by those it had when it was another.

    A key that two names share is read as neither.
    """
    every = [(key(then), now) for then, now in _names(case)]
    used = Counter(each for each, _ in every)
    return {each: now for each, now in every if used[each] == 1}


def _names(case: Case) -> Iterator[tuple[Name, Name]]:
    """Yield every name that a scenario can hold, or once could, and what it is now."""
    for fact in case.record.facts:
        for then in (fact.id, *fact.formerly):
            yield ("without", then), ("without", fact.id)
    for supposed in case.record.hypotheticals:
        for then in (supposed.id, *supposed.formerly):
            yield ("with", then), ("with", supposed.id)
    for reading in case.doctrine.readings:
        for value in reading.values:
            now = "readings", f"{reading.id}={value.id}"
            ids = product((reading.id, *reading.formerly), (value.id, *value.formerly))
            yield from ((("readings", "=".join(then)), now) for then in ids)


def key(name: Name) -> str:
    """Return the key of a name."""
    digest = sha256(" ".join(name).encode()).digest()
    return urlsafe_b64encode(digest).decode()[:LENGTH]
