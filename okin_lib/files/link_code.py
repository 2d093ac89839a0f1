"""A scenario as a short code for a link, and as plain data for JSON.

A code is ``VERSION``, a body and a checksum, all of them characters that a URL takes as they
are. In the body each fact that is off, each one added and each reading that differs is a
**key** of four characters, made from its name; what is not a name (the year) is written out
as ``.year-1990``. The record's own scenario has no body: its code is nine characters.

Keys come from names and not from positions, so a code outlives additions to the data and
their order, and means what it meant. Once a name is changed or gone, the code that uses it is
refused: it could only be guessed at. For names in the hundreds a key is about one character
longer than a position would be.

The checksum (CRC-32) is there against accidents: a slip of the hand, a link cut short. It
hides nothing and proves nothing, since whoever may choose a scenario may make a code for it.
Each scenario has exactly one code, and no other text is a code.
"""

import re
from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any
from zlib import crc32

import attrs
from cattrs import BaseValidationError, Converter, override, transform_error
from cattrs.gen import make_dict_structure_fn

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.scenario import moved, scenario
from okin_lib.reasoning.types import Readings, Scenario
from okin_lib.record.structure import Misfit, meant, new_converter

VERSION = "1"
LONGEST = 2000
"""The longest code that is read; more than this not every browser takes as a link."""

_SHAPE = re.compile(r"[A-Za-z0-9._-]+")
_KEY = 4
_CHECK = 8
_WHOLE = "copy the whole code again, or start from the record"
_ANEW = "start from the record, and ask for a new code"
_WRITTEN = {"added": "with"}  # as on the command line

Name = tuple[str, str]
"""The field of a scenario, and what it names there."""


class BadCode(ValueError):
    """Text or data that stand for no scenario of the case; the message says what to do."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"this is no scenario: {why} ({remedy})")


def encode(case: Case, supposed: Scenario) -> str:
    """Return the code of a scenario of the case."""
    keys = _keys(case)
    named, literal = [], []
    for field, value in as_data(_bare(case, supposed)).items():
        if isinstance(value, list | dict):
            named += [keys[field, name] for name in _names(value)]
        else:
            literal.append(f".{field}-{value}")
    body = VERSION + "".join(sorted(named)) + "".join(literal)
    return body + _checksum(body)


def decode(case: Case, text: str) -> Scenario:
    """Return the scenario of which ``text`` is the code.

    Raises
    ------
    BadCode
        If it is none: of another version, cut short, altered, too long, or made for other data.
    """
    named, *literal = _body(text).split(".")
    data = _named(case, named) | dict(map(_literal, literal))
    supposed = from_data(case, data)
    if encode(case, supposed) != text:
        raise BadCode("the code says a thing twice, or says what goes without saying", _WHOLE)
    return supposed


def as_data(supposed: Scenario) -> dict[str, Any]:
    """Return what the scenario changes, as plain data for JSON: nothing, for the record's own."""
    return {
        _WRITTEN.get(field.name, field.name): _plain(value)
        for field in attrs.fields(Scenario)
        if (value := getattr(supposed, field.name)) != field.default
    }


def from_data(case: Case, data: object) -> Scenario:
    """Return the scenario that `as_data` made ``data`` from.

    Raises
    ------
    BadCode
        If it is none: a field, a value or a name that the case does not have.
    """
    try:
        given = _converter().structure(data, Scenario)
        fields = attrs.asdict(given, recurse=False)
        return scenario(case, **fields | {"readings": dict(given.readings)})
    except BaseValidationError as error:
        why = "; ".join(transform_error(error, "scenario", lambda each, _: str(each)))
    except ValueError as error:
        why = str(error)
    raise BadCode(why, "correct it, or start from the record")


def _bare(case: Case, supposed: Scenario) -> Scenario:
    """Return the scenario without the facts that are off only because of its year."""
    return attrs.evolve(moved(case, supposed, None), year=supposed.year)


def _body(text: str) -> str:
    """Return what stands between the version and the checksum, once both are right."""
    if len(text) > LONGEST:
        raise BadCode(f"a code has at most {LONGEST} characters, not {len(text)}", _WHOLE)
    if not _SHAPE.fullmatch(text):
        raise BadCode("a code is letters, digits, points, hyphens and underscores", _WHOLE)
    if not text.startswith(VERSION):
        raise BadCode(f"its version is {text[0]}, and only {VERSION} is read here", _ANEW)
    body, checksum = text[:-_CHECK], text[-_CHECK:]
    if checksum != _checksum(body):
        raise BadCode("the code is cut short or altered", _WHOLE)
    return body.removeprefix(VERSION)


def _checksum(body: str) -> str:
    return f"{crc32(body.encode()):0{_CHECK}x}"


def _named(case: Case, text: str) -> dict[str, Any]:
    """Return the plain data that the keys in ``text`` stand for."""
    known = _by_key(case)
    data: dict[str, Any] = {}
    for at in range(0, len(text), _KEY):
        key = text[at : at + _KEY]
        if key not in known:
            raise BadCode("the code was made for other data: it uses a name not found", _ANEW)
        field, name = known[key]
        if field == "readings":
            reading, _, value = name.partition("=")
            data.setdefault(field, {})[reading] = value
        else:
            data.setdefault(field, []).append(name)
    return data


def _literal(text: str) -> tuple[str, Any]:
    field, _, value = text.partition("-")
    return field, int(value) if re.fullmatch("-?[0-9]+", value) else value


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return dict(value) if isinstance(value, tuple) else value


def _names(value: list[str] | dict[str, str]) -> list[str]:
    """Return the names in a list, or the choices in a mapping as "reading=value"."""
    return value if isinstance(value, list) else [f"{k}={v}" for k, v in value.items()]


@lru_cache(maxsize=8)
def _keys(case: Case) -> Mapping[Name, str]:
    return {name: _key(name) for name in _nameable(case)}


@lru_cache(maxsize=8)
def _by_key(case: Case) -> Mapping[str, Name]:
    """Every name by its key; a key that two names share is read as neither."""
    keys = _keys(case)
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
    return urlsafe_b64encode(digest).decode()[:_KEY]


@lru_cache(maxsize=1)
def _converter() -> Converter:
    """Return a converter that takes a scenario in its written form, and nothing else for one."""
    converter = new_converter()
    converter.register_structure_hook_func(
        lambda cls: cls == frozenset[str],
        lambda value, _: frozenset(converter.structure(value, tuple[str, ...])),
    )
    converter.register_structure_hook_func(
        lambda cls: cls == Readings,
        lambda value, _: tuple(converter.structure(value, dict[str, str]).items()),
    )
    renamed = {field: override(rename=name) for field, name in _WRITTEN.items()}
    inner = make_dict_structure_fn(Scenario, converter, **renamed)  # type: ignore[arg-type]
    fields = [_WRITTEN.get(field.name, field.name) for field in attrs.fields(Scenario)]

    def structured(value: Any, cls: Any) -> Scenario:
        for name in converter.structure(value, dict[str, Any]):
            if name not in fields:
                raise Misfit(f"there is no field '{name}'; {meant(name, fields)}")
        return inner(value, cls)

    converter.register_structure_hook(Scenario, structured)
    return converter
