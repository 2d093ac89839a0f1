"""A file that a teacher writes: scenarios of the record, or a fact pattern of another case.

Either states the results expected of it. Form, names and quotations are checked on reading.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.files.case_checks import expectation_problems, reading_problems
from okin_lib.files.case_values import case_values
from okin_lib.files.pattern_checks import pattern_problems
from okin_lib.patterns.expectation import Expectation
from okin_lib.patterns.pattern import Pattern, Year
from okin_lib.reasoning.scenario import Contradictory, compatible, current_readings
from okin_lib.record.checks import unknown
from okin_lib.record.data_file import verified
from okin_lib.record.placed import Block, DataError, Problem, place_of
from okin_lib.record.types import Support
from okin_lib.record.yamltext import read_yaml

MOST = 100
"""How many parties, or scenarios, a file may have."""


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
    """Scenarios of the record."""

    title: str
    scenarios: tuple[Supposed, ...]
    note: str = ""
    """What a reader should know of the choices made in it."""
    because: tuple[Support, ...] = ()
    """Passages on which what is expected rests."""


CaseFile = ScenarioFile | Pattern


def read(path: Path, case: Case, today: date | None = None) -> CaseFile:
    """Return what the file holds.

    Parameters
    ----------
    today
        The day after which a date is a future one; by default that of this reading.

    Raises
    ------
    DataError
        With everything wrong in it: file, line, and the nearest name that is valid.
    """
    return understood(read_yaml(Path(), str(path)), case, today)


def understood(data: Block, case: Case, today: date | None = None) -> CaseFile:
    """Return what the fields of a file hold, as `read` does of a file.

    Raises
    ------
    DataError
        As `read` does.
    """
    kind = next((kind for kind in _KINDS if kind in data), None)
    if kind is None:
        raise DataError([Problem(data.place, _NEITHER)])
    for listed in (kind, *_OF_SOME):
        if listed in data and (amiss := _number(data[listed])):
            raise DataError([Problem(data.place_of(listed), f"'{listed}' {amiss}")])
    converter = case_values(case, today or date.today())

    def wrong(found: CaseFile) -> Iterator[Problem]:
        if isinstance(found, Pattern):
            return pattern_problems(found, case)
        return _scenarios(found, case)

    found = verified(data, _KINDS[kind], case.opinion, wrong, converter)
    if isinstance(found, Pattern):  # a scenario's readings are named as they now are when made
        return evolve(found, readings=current_readings(case, found.readings))
    return found


_KINDS: Mapping[str, type[CaseFile]] = {"parties": Pattern, "scenarios": ScenarioFile}
_OF_SOME = ("claims", "either")
_NEITHER = (
    "the file has neither 'scenarios' (scenarios of the record) nor 'parties' (a fact "
    "pattern of another case): add one of them"
)


def _number(listed: Any) -> str:
    """Say what is wrong with how many things a list has, if anything is."""
    if isinstance(listed, list) and not listed:
        return "is an empty list, of which nothing can be said: put at least one in it"
    if isinstance(listed, list) and len(listed) > MOST:
        return f"has {len(listed)} entries, and {MOST} are the most: make several files of it"
    return ""


def _scenarios(file: ScenarioFile, case: Case) -> Iterator[Problem]:
    record = case.record
    roles = {party.id: party.role for party in record.parties}
    for supposed in file.scenarios:
        yield from unknown("fact of the record", supposed.without, case.fact_names)
        yield from unknown("hypothetical fact", supposed.added, case.hypothetical_names)
        yield from _contradictions(supposed, case)
        yield from reading_problems(supposed.readings, case)
        yield from expectation_problems(supposed.expect, roles, case)


def _contradictions(supposed: Supposed, case: Case) -> Iterator[Problem]:
    names = case.hypothetical_names
    added = {names[name]: name for name in supposed.added if name in names}
    try:
        compatible(case, frozenset(added))
    except Contradictory as refusal:
        yield Problem(place_of(list(added.values())[-1]), str(refusal))
