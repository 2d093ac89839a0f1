"""Ids and numbers as they are given from outside."""

from collections.abc import Collection, Iterable

from okin_lib.reasoning.scenario import UnknownName


def known(kind: str, name: str, names: Collection[str]) -> None:
    """Raise `UnknownName`, with the nearest there is, unless ``name`` is among the names."""
    if name not in names:
        raise UnknownName(kind, name, names)


def listed(ids: Iterable[str]) -> Iterable[str]:
    """Return the ids; one that is given bare is meant alone, and not letter by letter."""
    return [ids] if isinstance(ids, str) else ids


def counted(name: str, number: int) -> int:
    """Return the number; raise `ValueError` if nothing can be counted by it."""
    if number < 1:
        raise ValueError(f"{name} is 1 or more, not {number}")
    return number
