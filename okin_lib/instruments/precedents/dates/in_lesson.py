"""Whose situation is moved from year to year, as a lesson's file gives it."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem


@frozen
class DatesPlan:
    """Whose situation is moved from year to year."""

    party: str


def wrong(plan: DatesPlan, case: Case) -> Iterator[Problem]:
    """Yield a problem if the case has no such officer."""
    yield from unknown("officer", [plan.party], [party.id for party in case.officers])
