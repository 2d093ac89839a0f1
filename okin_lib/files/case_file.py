"""A file that a teacher writes: scenarios of the record, or a fact pattern of another case.

Either states the results expected of it. Form, names and quotations are checked on reading.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import frozen
from cattrs import Converter

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.checks import STATUSES
from okin_lib.reasoning.expectation import Expectation
from okin_lib.reasoning.pattern import FactorValue, Pattern, Year
from okin_lib.record.checks import fact_names, misnamed, misquoted, unknown
from okin_lib.record.structure import Misfit, described, new_converter, structure
from okin_lib.record.types import Support
from okin_lib.record.yamltext import DataError, Problem, place_of, read_yaml

_YEARS = range(1900, 2101)


@frozen
class Supposed:
    """One scenario of a file and what is expected of it; its fields are a scenario's."""

    suppose: str
    expect: tuple[Expectation, ...]
    without: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    readings: dict[str, str] = {}
    year: Year | None = None


@frozen
class ScenarioFile:
    """Scenarios of the record.

    Attributes
    ----------
    note
        What a reader should know of the choices made in it.
    because
        Passages on which what is expected rests.
    """

    title: str
    scenarios: tuple[Supposed, ...]
    note: str = ""
    because: tuple[Support, ...] = ()


CaseFile = ScenarioFile | Pattern


def read(path: Path, case: Case) -> CaseFile:
    """Return what the file holds.

    Raises
    ------
    DataError
        With everything wrong in it: file, line, and the nearest name that is valid.
    """
    data = read_yaml(Path(), str(path))
    found: CaseFile
    if "parties" in data:
        found = structure(_converter(), data, Pattern)
        problems = [*_pattern(found, case)]
    elif "scenarios" in data:
        found = structure(_converter(), data, ScenarioFile)
        problems = [*_scenarios(found, case)]
    else:
        raise DataError([Problem(data.place, _NEITHER)])
    problems += misquoted(found, case.opinion)
    if problems:
        raise DataError(problems)
    return found


_NEITHER = (
    "the file has neither 'scenarios' (scenarios of the record) nor 'parties' (a fact "
    "pattern of another case): add one of them"
)


def _scenarios(file: ScenarioFile, case: Case) -> Iterator[Problem]:
    record = case.record
    hypotheticals = [supposed.id for supposed in record.hypotheticals]
    facts = [name for name in fact_names(record) if name not in hypotheticals]
    roles = {party.id: party.role for party in record.parties}
    for supposed in file.scenarios:
        yield from unknown("fact of the record", supposed.without, facts)
        yield from unknown("hypothetical fact", supposed.added, hypotheticals)
        yield from _readings(supposed.readings, case)
        yield from _expected(supposed.expect, roles, case)


def _pattern(pattern: Pattern, case: Case) -> Iterator[Problem]:
    parties, doctrine = pattern.parties, case.doctrine
    municipalities = [party.id for party in parties if party.role == "municipality"]
    yield from misnamed("party", [party.id for party in parties])
    for party in parties:
        factors = [key for key in case.factors if key != doctrine.domestic]
        yield from unknown("factor", party.factors, factors)
        yield from unknown("factor given a value here", party.because, list(party.factors))
        employer = [party.employer] if party.employer else []
        yield from unknown("municipality among the parties", employer, municipalities)
    named = [pattern.precedent] if pattern.precedent else []
    yield from unknown("precedent", named, [precedent.id for precedent in doctrine.precedents])
    yield from _readings(pattern.readings, case)
    yield from _expected(pattern.expect, {party.id: party.role for party in parties}, case)


def _readings(chosen: dict[str, str], case: Case) -> Iterator[Problem]:
    yield from unknown("reading", chosen, case.readings)
    for key in chosen.keys() & case.readings.keys():
        values = [value.id for value in case.readings[key].values]
        yield from unknown(f"value of {key}", [chosen[key]], values)


def _expected(
    expected: Sequence[Expectation], roles: Mapping[str, str], case: Case
) -> Iterator[Problem]:
    claims = {claim.id: claim for claim in case.doctrine.claims}
    for each in expected:
        yield from unknown("party", each.parties, roles)
        if bool(each.element) == bool(each.claim):
            place = place_of(each.parties[0]) if each.parties else None
            if place:
                yield Problem(place, "name an element or a claim, and not both, beside 'parties'")
        elif each.claim:
            yield from unknown("claim", [each.claim], claims)
        else:
            yield from unknown("element", [each.element], case.elements)
            yield from _status(each, case)


def _status(expected: Expectation, case: Case) -> Iterator[Problem]:
    element = case.elements.get(expected.element)
    if element is not None and expected.status is not None:
        kind = f"status of a question of {element.kind}"
        yield from unknown(kind, [expected.status], STATUSES[element.kind])


def _converter() -> Converter:
    converter = new_converter()
    converter.register_structure_hook_func(lambda cls: cls == FactorValue, _factor_value)
    converter.register_structure_hook_func(lambda cls: cls is Year, _year)
    return converter


def _factor_value(value: Any, _: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    if value == "unknown":
        return None
    raise Misfit(f"must be true, false or unknown, not {described(value)}")


def _year(value: Any, _: Any) -> int:
    if isinstance(value, date):
        value = value.year
    if isinstance(value, str) and value[:4].isdigit() and value[4:5] in ("", "-"):
        value = int(value[:4])
    if isinstance(value, int) and not isinstance(value, bool) and value in _YEARS:
        return value
    raise Misfit(f"must be a year or a date, as in 2002 or 2002-05-12, not {described(value)}")
