"""From plain values to the record's and the doctrine's types, with errors that say where."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from types import GenericAlias
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from okin_lib.record.yamltext import Block, DataError, Place, Problem, bare, brief

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]

MOST = 100
"""How many problems of one file are named at once."""


class Misfit(ValueError):
    """A value that does not fit its field; the message says what would."""


def structure(converter: Converter, data: Block, cls: type[T]) -> T:
    """Return ``data`` as a ``cls``.

    Raises
    ------
    DataError
        With everything that does not fit, or the first `MOST` of it.
    """
    try:
        return converter.structure(data, cls)
    except BaseValidationError as error:
        raise DataError(islice(_problems(error, data, data.place), MOST)) from None


def new_converter() -> Converter:
    """Return a converter that takes each value for what it is, and never turns it into another."""
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_structure_hook(str, _exactly(str, "text"))
    converter.register_structure_hook(int, _exactly(int, "a whole number"))
    converter.register_structure_hook(bool, _exactly(bool, "true or false"))
    converter.register_structure_hook_func(_is(Literal), _literal)

    def tuple_hook(cls: Any) -> Hook:
        listed = GenericAlias(list, get_args(cls)[:1])
        inner = converter.get_structure_hook(listed)
        return _contained(list, "a list, as in [a, b]", lambda value: tuple(inner(value, listed)))

    def dict_hook(cls: Any) -> Hook:
        mapping = GenericAlias(Mapping, get_args(cls))
        inner = converter.get_structure_hook(mapping)
        return _contained(dict, "fields, as in {a: b}", lambda value: inner(value, mapping))

    def class_hook(cls: Any) -> Hook:
        inner = make_dict_structure_fn(cls, converter)
        return _contained(dict, "fields, as in {a: b}", lambda value: inner(value, cls))

    converter.register_structure_hook_factory(_is(tuple), tuple_hook)
    converter.register_structure_hook_factory(_is(dict), dict_hook)
    converter.register_structure_hook_factory(attrs.has, class_hook)
    return converter


def _is(origin: Any) -> Callable[[Any], bool]:
    return lambda cls: get_origin(cls) is origin


def meant(name: str, valid: Iterable[str]) -> str:
    """Return advice on which of the ``valid`` names was meant by ``name``."""
    names = list(valid)
    if near := get_close_matches(name, names, 1):
        return f"did you mean '{near[0]}'?"
    return f"the names are {', '.join(names)}" if len(names) <= 20 else "no name is like it"


def described(value: Any) -> str:
    """Return how a message names a value that does not fit."""
    if isinstance(value, dict):
        return "fields"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    return "nothing" if value is None else brief(str(value))


def _exactly(cls: type, kind: str) -> Hook:
    def hook(value: Any, _: Any) -> Any:
        if isinstance(value, cls) and not (cls is int and isinstance(value, bool)):
            return value
        raise Misfit(f"must be {kind}, not {described(value)}{_quotes(value, cls)}")

    return hook


def _literal(value: Any, cls: Any) -> Any:
    choices = get_args(cls)
    if isinstance(value, str) and value in choices:
        return value
    raise Misfit(
        f"must be one of {', '.join(choices)}, not {described(value)}{_quotes(value, str)}"
    )


def _quotes(value: Any, cls: type) -> str:
    """Advise quotes where YAML read text, such as a page or a yes, as something else.

    Or none, where they kept it from reading a number, or a true.
    """
    if isinstance(value, str):
        return ": take its quotation marks off" if bare(value) == cls.__name__ != "str" else ""
    misread = cls is str and not isinstance(value, dict | list) and value is not None
    return ": put what is written there in quotes" if misread else ""


def _misread(data: Any, step: Any) -> str:
    """Say how a bare word was written that YAML takes for something else."""
    if not isinstance(data, Block) or step not in data.written:
        return ""
    written, taken = data.written[step], described(data[step])
    same = taken in (written, brief(written))
    return "" if same else f" (YAML takes the bare {brief(written)} for {taken})"


def _contained(container: type, kind: str, inner: Callable[[Any], Any]) -> Hook:
    def hook(value: Any, _: Any) -> Any:
        if isinstance(value, container):
            return inner(value)
        space = isinstance(value, str) and re.match(r"[\w-]+:\S", value)
        advice = ": put a space after the colon" if space else ""
        raise Misfit(f"must be {kind}, not {described(value)}{advice}")

    return hook


def _problems(error: BaseException, data: Any, place: Place) -> Iterator[Problem]:
    """Say what is wrong with ``data``, written at ``place``."""
    if isinstance(error, ForbiddenExtraKeysError):
        valid = [field.name for field in attrs.fields(error.cl)]
        for key in sorted(error.extra_fields):
            advice = meant(key, valid)
            yield Problem(data.place_of(key), f"there is no field {brief(key)} here; {advice}")
    elif isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from _problems_inside(inner, data, place)
    else:
        raise error


def _problems_inside(error: BaseException, data: Any, place: Place) -> Iterator[Problem]:
    """Say what is wrong with the part of ``data`` that the notes of ``error`` name."""
    step = _step(error)
    if step is None:
        yield from _problems(error, data, place)
    elif isinstance(data, Block) and step not in data:
        yield Problem(place, f"the field '{step}' is missing: add it")
    elif isinstance(error, Misfit):
        name = f"'{step}' " if isinstance(data, Block) else ""
        yield Problem(data.place_of(step), f"{name}{error}{_misread(data, step)}")
    else:
        yield from _problems(error, data[step], data.place_of(step))


def _step(error: BaseException) -> Any:
    """Return the field or index that cattrs noted on ``error``."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return note.name
        if isinstance(note, IterableValidationNote):
            return note.index
    return None
