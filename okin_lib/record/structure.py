"""From plain values to the record's and the doctrine's types, with errors that say where."""

import re
from collections.abc import Callable, Mapping
from itertools import islice
from types import GenericAlias
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
from cattrs import (
    BaseValidationError,
    Converter,
)
from cattrs.gen import make_dict_structure_fn

from okin_lib.record.misfits import Misfit, described, misfits, quotes
from okin_lib.record.placed import Block, DataError

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]

MOST = 100
"""How many problems of one file are named at once."""


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
        raise DataError(islice(misfits(error, data, data.place), MOST)) from None


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


def _exactly(cls: type, kind: str) -> Hook:
    def hook(value: Any, _: Any) -> Any:
        if isinstance(value, cls) and not (cls is int and isinstance(value, bool)):
            return value
        raise Misfit(f"must be {kind}, not {described(value)}{quotes(value, cls)}")

    return hook


def _literal(value: Any, cls: Any) -> Any:
    choices = get_args(cls)
    if isinstance(value, str) and value in choices:
        return value
    raise Misfit(
        f"must be one of {', '.join(choices)}, not {described(value)}{quotes(value, str)}"
    )


def _contained(container: type, kind: str, inner: Callable[[Any], Any]) -> Hook:
    def hook(value: Any, _: Any) -> Any:
        if isinstance(value, container):
            return inner(value)
        space = isinstance(value, str) and re.match(r"[\w-]+:\S", value)
        advice = ": put a space after the colon" if space else ""
        raise Misfit(f"must be {kind}, not {described(value)}{advice}")

    return hook
