"""The doctrine from its files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar

import attrs
from attrs import frozen
from cattrs import Converter

from okin_lib.doctrine.claims import Claim, Ruling
from okin_lib.doctrine.court_names import CourtNames
from okin_lib.doctrine.elements import Authority, Composition, Element, ElementId, Gate
from okin_lib.doctrine.factors import NO_FACTOR, Condition, Factor, FactorId
from okin_lib.doctrine.law import Doctrine
from okin_lib.doctrine.precedents import NONE_TOGETHER, Precedent, Together
from okin_lib.doctrine.readings import NO_READING, Preset, Reading, ReadingId
from okin_lib.record.data_file import all_of, files_in, read_file, read_if_there
from okin_lib.record.misfits import Misfit, described
from okin_lib.record.nearest import meant
from okin_lib.record.placed import Problem, place_of, refuse
from okin_lib.record.structure import Hook, new_converter
from okin_lib.record.types import Side, Support

T = TypeVar("T", Authority, Gate)

_SHARED = "doctrine/shared.yaml"


@frozen
class _SharedFile:
    authorities: tuple[Authority, ...] = ()
    gates: dict[str, Gate] = {}


@frozen
class _FactorsFile:
    factors: tuple[Factor, ...]
    domestic: FactorId = NO_FACTOR


@frozen
class _ClaimsFile:
    claims: tuple[Claim, ...]
    rulings: tuple[Ruling, ...]


@frozen
class _ElementFile:
    element: Element


@frozen
class _PrecedentsFile:
    precedent_reading: ReadingId = NO_READING
    no_precedent: tuple[Support, ...] = ()
    same_year: tuple[Support, ...] = ()
    together: Together = NONE_TOGETHER
    courts: tuple[str, ...] = ()
    outcomes: dict[Literal["violation", "immunity"], tuple[ElementId, ...]] = {}
    relevant: dict[str, dict[Side, tuple[FactorId, ...]]] = {}
    precedents: tuple[Precedent, ...] = ()


@frozen
class _ReadingsFile:
    readings: tuple[Reading, ...]
    presets: tuple[Preset, ...] = ()


def read_doctrine(root: Path) -> Doctrine:
    """Return the doctrine in the folder ``root``, its form checked but not its content.

    Law without precedents, courts or shared authorities has no file for them.

    Raises
    ------
    DataError
        With every value that does not fit its field.
    """
    converter = _converter()
    shared = read_if_there(root, _SHARED, _SharedFile, converter)
    sharing = _converter()
    _share(sharing, Authority, {authority.id: authority for authority in shared.authorities})
    _share(sharing, Gate, shared.gates)
    factors, claims, courts, precedents, readings, *elements = all_of(
        [
            lambda: read_file(root, "doctrine/factors.yaml", _FactorsFile, converter),
            lambda: read_file(root, "doctrine/claims.yaml", _ClaimsFile, converter),
            lambda: read_if_there(root, "doctrine/court-names.yaml", CourtNames, converter),
            lambda: read_if_there(root, "doctrine/precedents.yaml", _PrecedentsFile, converter),
            lambda: read_file(root, "doctrine/readings.yaml", _ReadingsFile, converter),
            *(
                lambda file=file: read_file(root, file, _ElementFile, sharing)
                for file in files_in(root, "doctrine/elements")
            ),
        ]
    )
    doctrine = Doctrine(
        **_fields(factors),
        **_fields(claims),
        **_fields(precedents),
        **_fields(readings),
        court_names=courts,
        elements=tuple(file.element for file in elements),
    )
    _refuse_unused(shared, doctrine)
    return doctrine


def _fields(file: Any) -> dict[str, Any]:
    return attrs.asdict(file, recurse=False)


def _converter() -> Converter:
    converter = new_converter()
    converter.register_structure_hook(Condition, _proposition(Condition, "factor"))
    converter.register_structure_hook(Composition, _proposition(Composition, "element"))
    return converter


def _proposition(cls: Any, leaf: str) -> Hook:
    """Return a hook for a name, or one of ``all``, ``any``, ``not`` ... over propositions."""
    single = {"not", "shown"} if cls is Condition else {"not", "officers"}

    def hook(value: Any, _: Any) -> Any:
        if isinstance(value, str):
            return cls(op=leaf, **{leaf: value})
        if isinstance(value, dict) and len(value) == 1:
            ((op, parts),) = value.items()
            if op in single:
                return cls(op=str(op), parts=(hook(parts, cls),))
            if op in ("all", "any") and isinstance(parts, list) and parts:
                return cls(op=str(op), parts=tuple(hook(part, cls) for part in parts))
        raise Misfit(
            f"must be the id of one {leaf}, {{all: [...]}}, {{any: [...]}} or {{not: ...}}, "
            f"not {described(value)}"
        )

    return hook


def _share(converter: Converter, cls: type[T], shared: Mapping[str, T]) -> None:
    """Have ``converter`` take the name of something shared for the thing itself."""
    written_out = converter.get_structure_hook(cls)

    def hook(value: Any, to: Any) -> Any:
        if not isinstance(value, str):
            return written_out(value, to)
        if value not in shared:
            raise Misfit(f"'{value}' is not in {_SHARED}; {meant(value, shared)}")
        return shared[value]

    converter.register_structure_hook(cls, hook)


def _refuse_unused(shared: _SharedFile, doctrine: Doctrine) -> None:
    """What no element uses would never be checked against the opinion."""
    used = {authority.id for element in doctrine.elements for authority in element.authorities}
    gates = [gate for element in doctrine.elements for gate in element.gates]
    unused = [authority.id for authority in shared.authorities if authority.id not in used]
    unused += [name for name, gate in shared.gates.items() if gate not in gates]
    refuse(Problem(place_of(name), f"no element uses '{name}': remove it") for name in unused)
