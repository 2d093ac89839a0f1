"""Making a scenario: every id and value checked, with the nearest valid one in the error."""

from collections.abc import Iterable, Mapping

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.types import Scenario
from okin_lib.record.nearest import meant
from okin_lib.record.types import Fact


class UnknownName(ValueError):
    """A name that the case does not have; the message gives the nearest that it has."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"unknown {kind} {name!r}; {meant(name, sorted(known))}")


def scenario(
    case: Case,
    without: Iterable[str] = (),
    added: Iterable[str] = (),
    readings: Mapping[str, str] | None = None,
    year: int | None = None,
) -> Scenario:
    """Return the scenario, with ids resolved and defaults left out.

    Parameters
    ----------
    without
        Facts of the record to leave out, by slug or map id.
    added
        Hypothetical facts to add, by slug.
    year
        The year to move the events to, as `moved` does.

    Raises
    ------
    UnknownName
        For an id, a reading or a value that the case does not have.
    """
    supposed = Scenario(
        without=frozenset(_fact(case, name) for name in without),
        added=frozenset(_hypothetical(case, name) for name in added),
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


def preset(case: Case, name: str) -> dict[str, str]:
    """Return the readings of a court's preset; raise `UnknownName` if there is none."""
    presets = {p.id: p.readings for p in case.doctrine.presets}
    if name not in presets:
        raise UnknownName("preset", name, presets)
    return dict(presets[name])


def _not_yet(case: Case, year: int) -> frozenset[str]:
    return frozenset(f.id for f in case.record.facts if f.since and year < f.since.year)


def _fact(case: Case, name: str) -> str:
    facts = case.record.facts
    for fact in facts:
        if name in (fact.id, fact.map):
            return fact.id
    if name in case.atoms:
        raise ValueError(f"{name!r} is not in the record, so it cannot be left out; add it")
    raise UnknownName("fact", name, [f.id for f in facts] + [f.map for f in facts])


def _hypothetical(case: Case, name: str) -> str:
    atom = case.atoms.get(name)
    if isinstance(atom, Fact):
        raise ValueError(f"{name!r} is in the record already, so it cannot be added")
    if atom is None:
        raise UnknownName("hypothetical", name, [h.id for h in case.record.hypotheticals])
    return atom.id


def _readings(case: Case, chosen: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    for key, value in chosen.items():
        if key not in case.readings:
            raise UnknownName("reading", key, case.readings)
        values = [v.id for v in case.readings[key].values]
        if value not in values:
            raise UnknownName(f"value of {key}", value, values)
    return tuple(sorted((k, v) for k, v in chosen.items() if v != case.defaults[k]))
