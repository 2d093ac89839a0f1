"""A teacher's file run: each analysis in it, and what was expected and is not so."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.casefile import CaseFile, Supposed
from okin_lib.reasoning.expectation import Miss, misses
from okin_lib.reasoning.pattern import Pattern, PatternAnalysis, analyze_pattern
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Analysis


@frozen
class Worked:
    """One analysis of a file.

    Attributes
    ----------
    supposing
        What it supposes, in the author's words.
    misses
        What was expected of it and is not so.
    """

    supposing: str
    analysis: Analysis | PatternAnalysis
    misses: tuple[Miss, ...]


def work(case: Case, file: CaseFile) -> Iterator[Worked]:
    """Yield each analysis of the file."""
    if isinstance(file, Pattern):
        found = analyze_pattern(case, file)
        missed = misses(file.expect, found.findings, found.dispositions)
        yield Worked(file.title, found, tuple(missed))
    else:
        yield from (_supposed(case, each) for each in file.scenarios)


def _supposed(case: Case, each: Supposed) -> Worked:
    supposed = scenario(case, each.without, each.added, each.readings, each.year)
    found = analyze(case, supposed)
    missed = misses(each.expect, found.findings, found.dispositions)
    return Worked(each.suppose, found, tuple(missed))
