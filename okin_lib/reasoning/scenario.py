"""Making a scenario: every id and value checked, with the nearest valid one in the error."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import ReadingId
from okin_lib.reasoning.types import Readings, Scenario
from okin_lib.record.nearest import meant
from okin_lib.record.types import FactId, Hypothetical

Id = TypeVar("Id", bound=str)
Chosen = Mapping[str, str] | Mapping[ReadingId, str]
"""Readings, by an id that they have or any name that they once had, and the values chosen."""


class UnknownName(ValueError):
    """A name that the case does not have; the message gives the nearest that it has."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"unknown {kind} {name!r}; {meant(name, sorted(known))}")


def one_of(kind: str, name: str, names: Collection[Id]) -> Id:
    """Return the one of ``names`` that ``name`` is; raise `UnknownName`, with the nearest."""
    for each in names:
        if each == name:
            return each
    raise UnknownName(kind, name, names)


class Contradictory(ValueError):
    """Two things that cannot both be supposed; the message says why."""

    def __init__(self, one: Hypothetical, other: Hypothetical, because: str) -> None:
        super().__init__(
            f"{one.label!r} and {other.label!r} cannot both be supposed ({because}): "
            "leave one of them out"
        )


def scenario(
    case: Case,
    without: Iterable[str] = (),
    added: Iterable[str] = (),
    readings: Chosen | None = None,
    year: int | None = None,
) -> Scenario:
    """Return the scenario, with ids resolved and defaults left out.

    Parameters
    ----------
    without
        Facts of the record to leave out, by id, by one they formerly had, or by map id.
    added
        Hypothetical facts to add, by id or by one they formerly had.
    year
        The year to move the events to, as `moved` does.

    Raises
    ------
    UnknownName
        For an id, a reading or a value that the case does not have.
    Contradictory
        For two hypothetical facts of which one excludes the other.
    ValueError
        For a fact that is in the record, or is not, where the other was meant; or if one
        reading is given by two of its names.
    """
    supposed = Scenario(
        without=frozenset(_fact(case, name) for name in without),
        added=compatible(case, frozenset(_hypothetical(case, name) for name in added)),
        readings=_readings(case, readings or {}),
    )
    return moved(case, supposed, year)


def moved(case: Case, supposed: Scenario, year: int | None) -> Scenario:
    """Return the scenario with its events moved to ``year``, or to their own if that is None.

    What could not yet be a fact in that year goes off; what was off for that reason alone
    comes back.
    """
    own = case.record.conduct_year
    back, off = _not_yet(case, supposed.year or own), _not_yet(case, year or own)
    return evolve(
        supposed,
        without=(supposed.without - back) | off,
        year=None if year == own else year,
    )


def compatible(case: Case, added: frozenset[FactId]) -> frozenset[FactId]:
    """Return these hypothetical facts; raise `Contradictory` if one excludes another."""
    for key in case.hypotheticals:
        if key in added:
            one = case.hypotheticals[key]
            for other, because in one.excludes.items():
                if other in added:
                    raise Contradictory(one, case.hypotheticals[other], because)
    return added


def switched(case: Case, supposed: Scenario, fact: FactId, on: bool) -> Scenario:
    """Return the scenario with a fact of the record, or a hypothetical one, on or off.

    Raises
    ------
    Contradictory
        If it excludes what is supposed already.
    """
    one = frozenset([fact])
    if fact in case.hypotheticals:
        added = supposed.added | one if on else supposed.added - one
        return evolve(supposed, added=compatible(case, added))
    return evolve(supposed, without=supposed.without - one if on else supposed.without | one)


def shared(case: Case, supposed: Scenario) -> Scenario:
    """Return the scenario without what a learner says in their own words, as a code has it."""
    own = {key for key in supposed.added if case.hypotheticals[key].own}
    return evolve(supposed, added=supposed.added - own) if own else supposed


def preset(case: Case, name: str) -> dict[ReadingId, str]:
    """Return the readings of a court's preset; raise `UnknownName` if there is none."""
    presets = {p.id: p.readings for p in case.doctrine.presets}
    if name not in presets:
        raise UnknownName("preset", name, presets)
    return dict(presets[name])


def reread(case: Case, supposed: Scenario, readings: Mapping[ReadingId, str]) -> Scenario:
    """Return the scenario with these readings, and its own for all others.

    Raises
    ------
    UnknownName
        For a reading or a value that the case does not have.
    """
    every = {**case.defaults, **dict(supposed.readings), **readings}
    return evolve(supposed, readings=_readings(case, every))


def _not_yet(case: Case, year: int) -> frozenset[FactId]:
    return frozenset(f.id for f in case.record.facts if f.since and year < f.since.year)


def current_readings(case: Case, chosen: Chosen) -> dict[ReadingId, str]:
    """Return the choices by the names that readings and values now have.

    Raises
    ------
    UnknownName
        For a reading or a value that the case does not have.
    ValueError
        If one reading is given by two of its names.
    """
    found: dict[ReadingId, str] = {}
    for name, value in chosen.items():
        if name not in case.reading_names:
            raise UnknownName("reading", name, case.readings)
        key = case.reading_names[name]
        if key in found:
            raise ValueError(f"{key!r} is given twice, once by a name it formerly had: remove one")
        if value not in case.value_names[key]:
            raise UnknownName(f"value of {key}", value, [v.id for v in case.readings[key].values])
        found[key] = case.value_names[key][value]
    return found


def _fact(case: Case, name: str) -> FactId:
    if name in case.fact_names:
        return case.fact_names[name]
    if name in case.hypothetical_names:
        raise ValueError(f"{name!r} is not in the record, so it cannot be left out; add it")
    raise UnknownName("fact", name, [*case.facts, *(fact.map for fact in case.record.facts)])


def _hypothetical(case: Case, name: str) -> FactId:
    if name in case.hypothetical_names:
        return case.hypothetical_names[name]
    if name in case.facts:
        raise ValueError(f"{name!r} is in the record already, so it cannot be added")
    raise UnknownName("hypothetical", name, case.hypotheticals)


def _readings(case: Case, chosen: Chosen) -> Readings:
    now = current_readings(case, chosen)
    return tuple(sorted((k, v) for k, v in now.items() if v != case.defaults[k]))
