"""The plain form of what is kept of a lesson, and the converter between it and its values."""

from functools import cache
from typing import Any, get_origin

import attrs
from attrs import make_class
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.files.scenario_data import as_data
from okin_lib.files.scenario_earlier import without_unknown
from okin_lib.files.scenario_form import from_data
from okin_lib.reasoning.types import Scenario
from okin_lib.record.misfits import Misfit
from okin_lib.record.nearest import meant
from okin_lib.record.structure import Hook, new_converter

PAIRS = tuple[tuple[str, frozenset[FactorId]], ...]
"""Sets by name, in an order."""


@cache
def form(member: Any) -> type[Any]:
    """Return a class of what is kept of a member, of which this is the class.

    What has a default was not always kept.
    """
    fields = attrs.fields_dict(member)
    kept = {
        name: attrs.field(type=fields[name].type, default=fields[name].default, kw_only=True)
        for name in member.keeps
    }
    return make_class(member.__name__, kept, frozen=True)


def new_form_converter(case: Case, gone: list[str] | None = None) -> Converter:
    """Return a converter of what is kept.

    Parameters
    ----------
    gone
        Takes the names that a scenario of an earlier law has and the case no longer has, which
        are then left out; without it, they are refused.
    """
    converter = new_converter()

    def scenario_hook(value: Any, _: Any) -> Scenario:
        if gone is not None:
            value, names = without_unknown(case, value)
            gone.extend(names)
        return from_data(case, value)

    def class_hook(cls: Any) -> Hook:
        inner = make_dict_structure_fn(cls, converter)
        fields = [field.name for field in attrs.fields(cls)]

        def structured(value: Any, _: Any) -> Any:
            for name in converter.structure(value, dict[str, Any]):
                if name not in fields:
                    raise Misfit(f"there is no field {name[:40]!r}; {meant(name[:40], fields)}")
            return inner(value, cls)

        return structured

    converter.register_structure_hook_factory(attrs.has, class_hook)
    converter.register_structure_hook(Scenario, scenario_hook)
    converter.register_unstructure_hook(Scenario, as_data)
    _know_sets(converter)
    return converter


def _know_sets(converter: Converter) -> None:
    """Let the converter take sets, and sets by name."""
    converter.register_structure_hook_func(
        _is_set, lambda value, _: frozenset(converter.structure(value, tuple[str, ...]))
    )
    converter.register_unstructure_hook_func(_is_set, sorted)
    converter.register_structure_hook_func(
        lambda cls: cls == PAIRS,
        lambda value, _: tuple(converter.structure(value, dict[str, frozenset[FactorId]]).items()),
    )
    converter.register_unstructure_hook_func(
        lambda cls: cls == PAIRS, lambda pairs: {name: sorted(held) for name, held in pairs}
    )


def _is_set(cls: Any) -> bool:
    """Whether it is a set of texts, of ids of whichever kind."""
    return get_origin(cls) is frozenset
