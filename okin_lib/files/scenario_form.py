"""A scenario from plain data, which may be anything; what makes such data is `scenario_data`."""

from functools import lru_cache
from typing import Any

import attrs
from cattrs import BaseValidationError, Converter, override
from cattrs.gen import make_dict_structure_fn

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import ReadingId
from okin_lib.files.scenario_data import WRITTEN, BadCode
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Readings, Scenario
from okin_lib.record.misfits import Misfit, in_words
from okin_lib.record.nearest import meant
from okin_lib.record.structure import new_converter
from okin_lib.record.types import FactId


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
        why = "; ".join(in_words(error, "scenario"))
    except ValueError as error:
        why = str(error)
    raise BadCode(why, "correct it, or start from the record")


@lru_cache(maxsize=1)
def _converter() -> Converter:
    """Return a converter that takes a scenario in its written form, and nothing else for one."""
    converter = new_converter()
    converter.register_structure_hook_func(
        lambda cls: cls == frozenset[FactId],
        lambda value, _: frozenset(converter.structure(value, tuple[FactId, ...])),
    )
    converter.register_structure_hook_func(
        lambda cls: cls == Readings,
        lambda value, _: tuple(converter.structure(value, dict[ReadingId, str]).items()),
    )
    renamed = {field: override(rename=name) for field, name in WRITTEN.items()}
    inner = make_dict_structure_fn(Scenario, converter, **renamed)  # type: ignore[arg-type]
    fields = [WRITTEN.get(field.name, field.name) for field in attrs.fields(Scenario)]

    def structured(value: Any, cls: Any) -> Scenario:
        for name in converter.structure(value, dict[str, Any]):
            if name not in fields:
                raise Misfit(f"there is no field '{name}'; {meant(name, fields)}")
        return inner(value, cls)

    converter.register_structure_hook(Scenario, structured)
    return converter
