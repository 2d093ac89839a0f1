"""What does not fit its field, named with its place and what would fit."""

from collections.abc import Iterator
from typing import Any

import attrs
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
    transform_error,
)

from okin_lib.record.nearest import meant
from okin_lib.record.placed import Block, Place, Problem, brief


class Misfit(ValueError):
    """A value that does not fit its field; the message says what would."""


def described(value: Any) -> str:
    """Return how a message names a value that does not fit."""
    if isinstance(value, dict):
        return "fields"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    return "nothing" if value is None else brief(str(value))


def quotes(value: Any, cls: type) -> str:
    """Advise quotes where YAML read text, such as a page or a yes, as something else.

    Or none, where they kept it from reading a number, or a true.
    """
    if isinstance(value, str):
        # What reads YAML is slow to import, and not needed where all fits.
        from okin_lib.record.yamltext import bare

        return ": take its quotation marks off" if bare(value) == cls.__name__ != "str" else ""
    misread = cls is str and not isinstance(value, dict | list) and value is not None
    return ": put what is written there in quotes" if misread else ""


def in_words(error: BaseException, whole: str) -> list[str]:
    """Return what is wrong with data that came from no file of ours, each with its path in it.

    Parameters
    ----------
    whole
        What the data is called.
    """
    return transform_error(error, whole, _said)


def _said(error: BaseException, _: type | None) -> str:
    return f"the field {error} is missing" if isinstance(error, KeyError) else str(error)


def misfits(error: BaseException, data: Any, place: Place) -> Iterator[Problem]:
    """Say what is wrong with ``data``, written at ``place``."""
    if isinstance(error, ForbiddenExtraKeysError):
        valid = [field.name for field in attrs.fields(error.cl)]
        for key in sorted(error.extra_fields):
            advice = meant(key, valid)
            yield Problem(data.place_of(key), f"there is no field {brief(key)} here; {advice}")
    elif isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from _inside(inner, data, place)
    else:
        raise error


def _inside(error: BaseException, data: Any, place: Place) -> Iterator[Problem]:
    """Say what is wrong with the part of ``data`` that the notes of ``error`` name."""
    step = _step(error)
    if step is None:
        yield from misfits(error, data, place)
    elif isinstance(data, Block) and step not in data:
        yield Problem(place, f"the field '{step}' is missing: add it")
    elif isinstance(error, Misfit):
        name = f"'{step}' " if isinstance(data, Block) else ""
        yield Problem(data.place_of(step), f"{name}{error}{_misread(data, step)}")
    else:
        yield from misfits(error, data[step], data.place_of(step))


def _misread(data: Any, step: Any) -> str:
    """Say how a bare word was written that YAML takes for something else."""
    if not isinstance(data, Block) or step not in data.written:
        return ""
    written, taken = data.written[step], described(data[step])
    same = taken in (written, brief(written))
    return "" if same else f" (YAML takes the bare {brief(written)} for {taken})"


def _step(error: BaseException) -> Any:
    """Return the field or index that cattrs noted on ``error``."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return note.name
        if isinstance(note, IterableValidationNote):
            return note.index
    return None
