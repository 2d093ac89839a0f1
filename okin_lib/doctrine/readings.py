"""Readings: the places where judges differ, and the bundles in which courts took them."""

from collections.abc import Mapping
from typing import NewType

from attrs import frozen

from okin_lib.record.types import FactId, FactStatus, Support, Version

ReadingId = NewType("ReadingId", str)
NO_READING = ReadingId("")

Under = dict[ReadingId, tuple[str, ...]]
"""Reading id to the values on which something stands."""


def stands(under: Under, readings: Mapping[ReadingId, str]) -> bool:
    """Return whether something that presupposes ``under`` stands on these readings."""
    return all(readings[key] in values for key, values in under.items())


@frozen
class Value:
    """One position of a reading."""

    id: str
    label: str
    aggregates: bool = False
    """Whether it counts officers' conduct together."""
    doubts: tuple[FactId, ...] = ()
    """Ids of facts that it leaves uncertain."""
    sets_aside_versions: tuple[Version, ...] = ()
    sets_aside_statuses: tuple[FactStatus, ...] = ()
    """The facts that it does not assume for the motion, by version or by status."""
    because: tuple[Support, ...] = ()
    formerly: tuple[str, ...] = ()
    """The ids it once had, as a fact's."""


@frozen
class Reading:
    """A place where judges differ, as a switch; the first value is the default."""

    id: ReadingId
    label: str
    question: str
    values: tuple[Value, ...]
    formerly: tuple[str, ...] = ()
    """The ids it once had, as a fact's."""


@frozen
class Preset:
    """A court's bundle of readings."""

    id: str
    label: str
    phrase: str
    """Whose reading it is, within a sentence."""
    readings: dict[ReadingId, str]
