"""What a figure is known by that draws certain values: the same in every process."""

import json
from collections.abc import Callable, Mapping, Set
from functools import singledispatch
from hashlib import sha256
from typing import Any

import attrs

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.types import Analysis


def figure_id(draw: Callable[..., object], of: tuple[Any, ...]) -> str:
    """Return the id of the figure that ``draw`` makes of these values."""
    said = json.dumps([draw.__name__, _plain(of)])
    return sha256(said.encode()).hexdigest()[:16]


@singledispatch
def _plain(value: Any) -> Any:
    if attrs.has(type(value)):
        fields = (getattr(value, each.name) for each in attrs.fields(type(value)))
        return [type(value).__name__, *map(_plain, fields)]
    return value if isinstance(value, str | int | float | None) else repr(value)


@_plain.register
def _(value: Case) -> Any:
    return [value.record.title, value.record.law, sorted(value.facts)]


@_plain.register
def _(value: Analysis) -> Any:
    return _plain(value.scenario)


@_plain.register(list)
@_plain.register(tuple)
def _(value: Any) -> Any:
    return [*map(_plain, value)]


@_plain.register(Set)
def _(value: Any) -> Any:
    return sorted(json.dumps(_plain(each)) for each in value)


@_plain.register(Mapping)
def _(value: Any) -> Any:
    return sorted(json.dumps([_plain(key), _plain(its)]) for key, its in value.items())
