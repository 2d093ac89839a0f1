"""Ids and numbers as they are given from outside."""

from collections.abc import Iterable

from okin_lib.reasoning.scenario import UnknownName


class UnknownKey(UnknownName, KeyError):
    """A key that a mapping does not have; the message gives the nearest that it has."""

    def __str__(self) -> str:
        return str(self.args[0])


def listed(ids: Iterable[str]) -> Iterable[str]:
    """Return the ids; one that is given bare is meant alone, and not letter by letter."""
    return [ids] if isinstance(ids, str) else ids


def counted(name: str, number: int) -> int:
    """Return the number; raise `ValueError` if nothing can be counted by it."""
    if number < 1:
        raise ValueError(f"{name} is 1 or more, not {number}")
    return number
