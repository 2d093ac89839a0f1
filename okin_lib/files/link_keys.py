"""The keys of a code: a few characters for each name that a scenario can hold."""

from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256

from okin_lib.doctrine.case import Case

LENGTH = 4
"""How many characters a key has."""

Name = tuple[str, str]
"""The field of a scenario, and what it names there."""


@lru_cache(maxsize=8)
def keys_of(case: Case) -> Mapping[Name, str]:
    """Return the key of every name that a scenario can hold."""
    return {name: _key(name) for name in _nameable(case)}


@lru_cache(maxsize=8)
def names_of(case: Case) -> Mapping[str, Name]:
    """Return every name by its key; a key that two names share is read as neither."""
    keys = keys_of(case)
    used = Counter(keys.values())
    return {key: name for name, key in keys.items() if used[key] == 1}


def _nameable(case: Case) -> Iterator[Name]:
    for fact in case.record.facts:
        yield "without", fact.id
    for supposed in case.record.hypotheticals:
        yield "with", supposed.id
    for reading in case.doctrine.readings:
        for value in reading.values:
            yield "readings", f"{reading.id}={value.id}"


def _key(name: Name) -> str:
    digest = sha256(" ".join(name).encode()).digest()
    return urlsafe_b64encode(digest).decode()[:LENGTH]
