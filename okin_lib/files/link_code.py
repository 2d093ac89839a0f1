"""A scenario as a short code for a link.

A code is ``VERSION``, the version of the law it was made with, a point, a body and a checksum,
all of them characters that a URL takes as they are. In the body each fact that is off, each one
added and each reading that differs is a **key** of four characters, made from its name; what is
not a name (the year) is written out as ``.year-1990``. The record's own scenario has no body.

Keys come from names and not from positions, so a code outlives additions to the data and
their order, and means what it meant. Once a name is gone, the code that uses it is refused: it
could only be guessed at; one that was changed is known by the name it formerly had. For names
in the hundreds a key is about one character longer than a position would be.

A code made with an earlier law opens, and says so, since more may now be found of it than was
found then. Codes of the first form, ``1``, do not say with which law they were made: it is an
earlier one.

The checksum (CRC-32) is there against accidents: a slip of the hand, a link cut short. It
hides nothing and proves nothing, since whoever may choose a scenario may make a code for it.
With the law as it is each scenario has exactly one code, but for names that it formerly had.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any
from zlib import crc32

import attrs
from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.files.link_keys import LENGTH, Name, keys_of, names_of
from okin_lib.files.scenario_data import BadCode, as_data
from okin_lib.reasoning.scenario import moved
from okin_lib.reasoning.types import Scenario

VERSION = "2"
LONGEST = 2000
"""The longest code that is read; more than this not every browser takes as a link."""

EARLIER = (
    "This was made with an earlier version of the law: what was found then may be found "
    "otherwise now."
)

_FIRST = "1"  # the form of code that does not say which law it was made with
_LAW = re.compile("[1-9][0-9]{0,5}")
_SHAPE = re.compile(r"[A-Za-z0-9._-]+")
_CHECK = 8
_WHOLE = "copy the whole code again, or start from the record"
_NEWER = "open it with a newer version of okin, or start from the record"
_ANEW = "start from the record, and ask for a new code"


@frozen
class Decoded:
    """What a code stands for."""

    scenario: Scenario
    earlier: bool
    """Whether it was made with an earlier version of the law."""

    @property
    def notice(self) -> str:
        """What whoever opens it is to be told; nothing, if it was made with the law as it is."""
        return EARLIER if self.earlier else ""


def encode(case: Case, supposed: Scenario) -> str:
    """Return the code of a scenario of the case."""
    names, written = _said(case, supposed)
    keys = keys_of(case)
    keyed = "".join(sorted(keys[name] for name in names))
    return _sealed(".".join([f"{VERSION}{case.record.law}", keyed, *written]))


def decode(case: Case, text: str) -> Decoded:
    """Return the scenario of which ``text`` is the code.

    Raises
    ------
    BadCode
        If it is none: of another form or a later law, cut short, altered, too long, or made for
        other data.
    """
    law, (keyed, *written) = _parts(_unsealed(text))
    if law > case.record.law:
        raise BadCode(f"it was made with version {law} of the law, which is to come here", _NEWER)
    keys = [keyed[at : at + LENGTH] for at in range(0, len(keyed), LENGTH)]
    names = [_name(case, key) for key in keys]
    literals = [_literal(each) for each in written]
    if _repeats(names) or _repeats([field for field, _ in literals]):
        raise BadCode("the code says a thing twice", _WHOLE)
    # Reading data takes cattrs, which is slow to import; to make a code takes none of it.
    from okin_lib.files.scenario_form import from_data

    supposed = from_data(case, _data(names) | dict(literals))
    earlier = law < case.record.law
    exact = keys == sorted(keys) and (sorted(names), written) == _said(case, supposed)
    if not (earlier or exact):  # what goes without saying may have been another thing then
        raise BadCode("the code says what goes without saying, or is not in order", _WHOLE)
    return Decoded(supposed, earlier)


def _said(case: Case, supposed: Scenario) -> tuple[list[Name], list[str]]:
    """Return what a code says of a scenario: in keys for names, and written out."""
    names: list[Name] = []
    written: list[str] = []
    for field, value in as_data(_bare(case, supposed)).items():
        if isinstance(value, list | dict):
            names += [(field, name) for name in _names(value)]
        else:
            written.append(f"{field}-{value}")
    return sorted(names), written


def _bare(case: Case, supposed: Scenario) -> Scenario:
    """Return the scenario without the facts that are off only because of its year."""
    return attrs.evolve(moved(case, supposed, None), year=supposed.year)


def _parts(body: str) -> tuple[int, list[str]]:
    """Return the version of the law that a code was made with, and the parts of what it says."""
    if body.startswith(_FIRST):
        return 0, body.removeprefix(_FIRST).split(".")
    law, *said = body.removeprefix(VERSION).split(".")
    if not (_LAW.fullmatch(law) and said):
        raise BadCode("it does not say with which version of the law it was made", _WHOLE)
    return int(law), said


def _unsealed(text: str) -> str:
    """Return what stands before the checksum, once that and the form are right."""
    if len(text) > LONGEST:
        raise BadCode(f"a code has at most {LONGEST} characters, not {len(text)}", _WHOLE)
    if not _SHAPE.fullmatch(text):
        raise BadCode("a code is letters, digits, points, hyphens and underscores", _WHOLE)
    if not text.startswith((_FIRST, VERSION)):
        read = f"only {_FIRST} and {VERSION} are read here"
        raise BadCode(f"its version is {text[0]}, and {read}", _ANEW)
    body = text[:-_CHECK]
    if text != _sealed(body):
        raise BadCode("the code is cut short or altered", _WHOLE)
    return body


def _sealed(body: str) -> str:
    return f"{body}{crc32(body.encode()):0{_CHECK}x}"


def _name(case: Case, key: str) -> Name:
    if key not in names_of(case):
        raise BadCode("the code was made for other data: it uses a name not found", _ANEW)
    return names_of(case)[key]


def _data(names: Iterable[Name]) -> dict[str, Any]:
    """Return the plain data of a scenario that holds the names."""
    data: dict[str, Any] = {}
    for field, name in names:
        if field == "readings":
            reading, _, value = name.partition("=")
            data.setdefault(field, {})[reading] = value
        else:
            data.setdefault(field, []).append(name)
    return data


def _literal(text: str) -> tuple[str, Any]:
    field, _, value = text.partition("-")
    return field, int(value) if re.fullmatch("-?[0-9]+", value) else value


def _repeats(things: Sequence[object]) -> bool:
    return len(set(things)) < len(things)


def _names(value: list[str] | dict[str, str]) -> list[str]:
    """Return the names in a list, or the choices in a mapping as "reading=value"."""
    return value if isinstance(value, list) else [f"{k}={v}" for k, v in value.items()]
