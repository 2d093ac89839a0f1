"""A verified case as JSON, which reads many times faster than the YAML it came from.

Every value of an attrs class is an object with the name of its class under ``$``.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, TypeVar

import attrs

from okin_lib.doctrine import claims, court_names, elements, factors, law, precedents, readings
from okin_lib.record import called
from okin_lib.record import disputes as dispute_types
from okin_lib.record import types as record_types

T = TypeVar("T")


def classes_in(*modules: ModuleType) -> dict[str, type]:
    """Return the attrs classes that stand in the modules, by name."""
    return {
        name: cls
        for module in modules
        for name, cls in vars(module).items()
        if isinstance(cls, type) and attrs.has(cls)
    }


def classes_beside(*kinds: type) -> dict[str, type]:
    """Return the attrs classes that stand in the modules of ``kinds``, by name."""
    return classes_in(*(sys.modules[kind.__module__] for kind in kinds))


COMMON = classes_in(
    called,
    record_types,
    dispute_types,
    claims,
    court_names,
    elements,
    factors,
    law,
    precedents,
    readings,
)


def encoded(thing: object) -> str:
    """Return the JSON of ``thing``."""
    return json.dumps(thing, default=_tagged, separators=(",", ":"))


def decoded(text: str, classes: Mapping[str, type] = COMMON) -> Any:
    """Return what `encoded` made ``text`` from; its values are of the ``classes``."""

    def untagged(parts: dict[str, Any]) -> Any:
        cls = classes.get(parts.pop("$", ""), dict)
        return cls(
            **{
                name: tuple(value) if isinstance(value, list) else value
                for name, value in parts.items()
            }
        )

    return json.loads(text, object_hook=untagged)


class Studies(Mapping[type, Any]):
    """What is studied beside the elements, each read from its text when first asked for.

    One page asks for few of them, and reading all would double what a case takes to load.
    What is read is kept: it is frozen, so that it cannot differ from one asking to the next.
    """

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self.texts = texts or {}
        self._read: dict[str, Any] = {}

    @classmethod
    def of(cls, things: Mapping[type, object]) -> "Studies":
        """Return these studies, which then no longer remember the lines they were read from."""
        return cls({_name(kind): encoded(thing) for kind, thing in things.items()})

    def __getitem__(self, kind: type[T]) -> T:
        name = _name(kind)
        if name not in self._read:
            classes = COMMON | classes_beside(kind)
            self._read[name] = decoded(self.texts[name], classes)
        found: T = self._read[name]
        return found

    def __iter__(self) -> Iterator[type]:
        for name in self.texts:
            module, _, kind = name.rpartition(".")
            yield getattr(import_module(module), kind)

    def __len__(self) -> int:
        return len(self.texts)


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _tagged(value: Any) -> dict[str, Any]:
    cls = type(value)
    return {"$": cls.__name__} | {
        field.name: getattr(value, field.name) for field in attrs.fields(cls)
    }
