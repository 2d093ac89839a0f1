"""Short ways for tests to ask the model a question."""

from collections.abc import Iterable, Mapping

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Analysis, Disposition, Finding

VILLAGE = ("douglas", "lug", "weber", "williams")
TOWN = ("manion", "odell")
OFFICERS = VILLAGE + TOWN

FOOTBALL = "C39"
AFFIRMATIVE = (
    "C39", "C40", "C09", "D04", "F14", "G12", "K05", "K06", "P02", "P03", "Q04", "F11b",
    "F11c", "P02b", "Q04b", "E03", "E04",
)  # fmt: skip
"""Every affirmative act: football, derogation, the admission, laughter, dismissive remarks, and
the hour in the chief's office."""


def ask(
    case: Case,
    without: Iterable[str] = (),
    added: Iterable[str] = (),
    year: int | None = None,
    **readings: str,
) -> Analysis:
    return analyze(case, scenario(case, without, added, readings, year))


def finding(analysis: Analysis, element: str, party: str) -> Finding:
    (found,) = (f for f in analysis.findings if (f.element, f.party) == (element, party))
    return found


def held(analysis: Analysis, element: str, party: str) -> tuple[str, str]:
    found = finding(analysis, element, party)
    return found.status, found.grade


def disposition(analysis: Analysis, party: str, claim: str = "due-process") -> Disposition:
    (found,) = (d for d in analysis.dispositions if (d.claim, d.party) == (claim, party))
    return found


def statuses(analysis: Analysis) -> Mapping[tuple[str, str], tuple[str, str | None]]:
    return {(f.element, f.party): (f.status, f.lean) for f in analysis.findings}


def all_but(case: Case, *kept: str) -> list[str]:
    """The facts to leave out so that only ``kept`` (map ids) remain."""
    known = {fact.map for fact in case.record.facts}
    assert known.issuperset(kept), set(kept) - known
    return sorted(known.difference(kept))
