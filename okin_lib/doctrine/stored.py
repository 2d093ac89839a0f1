"""A verified case as JSON, which reads many times faster than the YAML it came from.

Every value of an attrs class is an object with the name of its class under ``$``.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import attrs

import okin_lib
from okin_lib.doctrine import types as doctrine_types
from okin_lib.doctrine.types import Doctrine
from okin_lib.record import types as record_types
from okin_lib.record.types import Record

PACKAGE = Path(okin_lib.__file__).parent
STORE = PACKAGE / "_case.json"

_CLASSES: dict[str, type] = {
    name: cls
    for module in (record_types, doctrine_types)
    for name, cls in vars(module).items()
    if isinstance(cls, type) and attrs.has(cls)
}


def encoded(record: Record, doctrine: Doctrine, sources: str = "") -> str:
    """Return the JSON of a case compiled from sources with the digest ``sources``."""
    parts = {"sources": sources, "record": record, "doctrine": doctrine}
    return json.dumps(parts, default=_tagged, separators=(",", ":"))


def decoded(text: str) -> tuple[str, Record, Doctrine]:
    """Return the digest, the record and the doctrine that `encoded` made ``text`` from."""
    parts = json.loads(text, object_hook=_untagged)
    return parts["sources"], parts["record"], parts["doctrine"]


def digest(root: Path) -> str:
    """Return a digest of all that a case is compiled from: the data and the code that reads it."""
    hashed = sha256()
    for path in _sources(root):
        content = path.read_bytes()
        hashed.update(f"{path.name} {len(content)}\n".encode())
        hashed.update(content)
    return hashed.hexdigest()


def stored(sources: str) -> tuple[Record, Doctrine] | None:
    """Return the stored case, if there is one and it was compiled from ``sources``."""
    try:
        found, record, doctrine = decoded(STORE.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError, KeyError):  # none, or written by another version
        return None
    return (record, doctrine) if found == sources else None


def store(text: str) -> None:
    """Store what `encoded` returned, whole or not at all; a folder closed to us is no matter."""
    with suppress(OSError):
        written = STORE.with_name(f"{STORE.name}.{os.getpid()}")
        written.write_text(text, encoding="utf-8")
        written.replace(STORE)


def _sources(root: Path) -> Iterator[Path]:
    yield root / "record" / "opinion.txt"
    for layer in ("record", "doctrine"):
        yield from sorted((root / layer).rglob("*.yaml"))
        yield from sorted((PACKAGE / layer).glob("*.py"))


def _tagged(value: Any) -> dict[str, Any]:
    cls = type(value)
    return {"$": cls.__name__} | {
        field.name: getattr(value, field.name) for field in attrs.fields(cls)
    }


def _untagged(parts: dict[str, Any]) -> Any:
    cls = _CLASSES.get(parts.pop("$", ""), dict)
    return cls(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in parts.items()
        }
    )
