"""What people write in a case file: a court, a date, whether a factor is so, what they expect."""

import re
from datetime import date
from typing import Any

from cattrs import Converter

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.court_names import BadCourt
from okin_lib.patterns.expectation import Expectation
from okin_lib.patterns.pattern import CourtName, FactorValue, Year
from okin_lib.record.misfits import Misfit, described
from okin_lib.record.structure import new_converter
from okin_lib.record.yamltext import bare

_EARLIEST = 1900
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_SPAN = re.compile(r"[0-9]{4}.*[^0-9][0-9]{4}|[0-9]{4}[^0-9]+[0-9]{2}$")


def case_values(case: Case, today: date) -> Converter:
    """Return a converter that takes what people write in a case file.

    Parameters
    ----------
    today
        The day after which a date is a future one.
    """
    converter = new_converter()

    def court(value: Any, _: Any) -> str:
        if not isinstance(value, str):
            raise Misfit(f"must be the name of a court, not {described(value)}")
        try:
            return case.doctrine.court_names.read(value, case.doctrine.courts)
        except BadCourt as error:
            raise Misfit(str(error)) from None

    def year(value: Any, _: Any) -> int:
        return _year(value, today)

    expectation = converter.get_structure_hook(Expectation)

    def expected(value: Any, cls: Any) -> Expectation:
        found: Expectation = expectation(value, cls)
        if found.flaw:
            raise Misfit(found.flaw)
        return found

    converter.register_structure_hook_func(lambda cls: cls == FactorValue, _factor_value)
    converter.register_structure_hook_func(lambda cls: cls is Year, year)
    converter.register_structure_hook_func(lambda cls: cls is CourtName, court)
    converter.register_structure_hook(Expectation, expected)
    return converter


def _factor_value(value: Any, _: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    if value == "unknown":
        return None
    quoted = isinstance(value, str) and bare(value) == "bool"
    advice = ": take its quotation marks off" if quoted else ""
    raise Misfit(f"must be true, false or unknown, not {described(value)}{advice}")


def _year(value: Any, today: date) -> int:
    """Return the year of a date, or of a year alone, that is not later than ``today``."""
    written = str(value) if not isinstance(value, bool | float) else ""
    if isinstance(value, date):
        written = written[:10]
    if not _DATE.fullmatch(written):
        raise Misfit(f"{_A_DATE}, not {described(value)}{_span(written[:60])}")
    try:
        day = date.fromisoformat((written + "-01-01")[:10])
    except ValueError as error:
        raise Misfit(f"{_A_DATE}, not {described(value)} ({error})") from None
    if day.year < _EARLIEST:
        raise Misfit(f"{_A_DATE}, not {described(value)}, which is before {_EARLIEST}")
    if day > today:
        raise Misfit(f"{_A_DATE}, not {described(value)}, which is later than today ({today})")
    return day.year


_A_DATE = "must be a year or a date, as in 2002 or 2002-05-12"


def _span(written: str) -> str:
    many = _SPAN.search(written)
    return ": of a span of dates give one, and a file for each that matters" if many else ""
