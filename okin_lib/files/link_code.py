"""A scenario as a short code for a link.

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
from typing import Any
from zlib import crc32

import attrs

from okin_lib.doctrine.case import Case
from okin_lib.files.link_keys import LENGTH, keys_of, names_of
from okin_lib.files.scenario_data import BadCode, as_data, from_data
from okin_lib.reasoning.scenario import moved
from okin_lib.reasoning.types import Scenario

VERSION = "1"
LONGEST = 2000
"""The longest code that is read; more than this not every browser takes as a link."""

_SHAPE = re.compile(r"[A-Za-z0-9._-]+")
_CHECK = 8
_WHOLE = "copy the whole code again, or start from the record"
_ANEW = "start from the record, and ask for a new code"


def encode(case: Case, supposed: Scenario) -> str:
    """Return the code of a scenario of the case."""
    keys = keys_of(case)
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
    known = names_of(case)
    data: dict[str, Any] = {}
    for at in range(0, len(text), LENGTH):
        key = text[at : at + LENGTH]
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


def _names(value: list[str] | dict[str, str]) -> list[str]:
    """Return the names in a list, or the choices in a mapping as "reading=value"."""
    return value if isinstance(value, list) else [f"{k}={v}" for k, v in value.items()]
