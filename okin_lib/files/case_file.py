"""A file that a teacher writes: scenarios of the record, or a fact pattern of another case.

Either states the results expected of it. Form, names and quotations are checked on reading.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.contradiction import contradictions
from okin_lib.doctrine.readings import ReadingId
from okin_lib.doctrine.statuses import STATUSES
from okin_lib.files.case_values import case_values
from okin_lib.reasoning.expectation import Expectation
from okin_lib.reasoning.pattern import (
    Pattern,
    PatternParty,
    Year,
    given,
)
from okin_lib.reasoning.scenario import Chosen, current_readings
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.data_file import verified
from okin_lib.record.placed import DataError, Problem, place_of
from okin_lib.record.types import PartyId, Support
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
    data = read_yaml(Path(), str(path))
    kind = next((kind for kind in _KINDS if kind in data), None)
    if kind is None:
        raise DataError([Problem(data.place, _NEITHER)])
    if amiss := _number(data[kind]):
        raise DataError([Problem(data.place_of(kind), f"'{kind}' {amiss}")])
    converter = case_values(case, today or date.today())

    def wrong(found: CaseFile) -> Iterator[Problem]:
        return _pattern(found, case) if isinstance(found, Pattern) else _scenarios(found, case)

    found = verified(data, _KINDS[kind], case.opinion, wrong, converter)
    if isinstance(found, Pattern):  # a scenario's readings are named as they now are when made
        return evolve(found, readings=current_readings(case, found.readings))
    return found


_KINDS: Mapping[str, type[CaseFile]] = {"parties": Pattern, "scenarios": ScenarioFile}
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
        yield from _contradicted(pattern, party, case)
    named = [pattern.precedent] if pattern.precedent else []
    yield from unknown("precedent", named, [precedent.id for precedent in doctrine.precedents])
    yield from _readings(pattern.readings, case)
    yield from _expected(pattern.expect, {party.id: party.role for party in parties}, case)


def _contradicted(pattern: Pattern, party: PatternParty, case: Case) -> Iterator[Problem]:
    """Yield a problem for each value that another of the party, or its precedent, rules out."""
    for found in contradictions(case.factors.values(), given(case, pattern, party)):
        own = [key for key in party.factors if key in (found.factor, found.other)]
        yield Problem(place_of(own[-1]), f"of '{party.id}', {found}")


def _readings(chosen: Chosen, case: Case) -> Iterator[Problem]:
    yield from unknown("reading", chosen, case.reading_names)
    first: dict[ReadingId, str] = {}
    for key, value in ((k, v) for k, v in chosen.items() if k in case.reading_names):
        now = case.reading_names[key]
        yield from unknown(f"value of {key}", [value], case.value_names[now])
        if first.setdefault(now, key) != key:
            yield Problem(
                place_of(key), f"'{key}' and '{first[now]}' name one reading: remove one"
            )


def _expected(
    expected: Sequence[Expectation], roles: Mapping[PartyId, str], case: Case
) -> Iterator[Problem]:
    claims = [claim.id for claim in case.doctrine.claims]
    for each in expected:
        yield from unknown("party", each.parties, roles)
        yield from unknown("claim", [each.claim] if each.claim else [], claims)
        yield from unknown("element", [each.element] if each.element else [], case.elements)
        yield from _status(each, case)


def _status(expected: Expectation, case: Case) -> Iterator[Problem]:
    element = case.elements.get(expected.element)
    if element is not None and expected.status is not None:
        kind = f"status of a question of {element.kind}"
        yield from unknown(kind, [expected.status], STATUSES[element.kind])
