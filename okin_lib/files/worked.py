"""A teacher's file run: each analysis in it, and what was expected and is not so."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.files.case_file import CaseFile, Supposed, read
from okin_lib.patterns.expectation import Expectation, Miss, misses
from okin_lib.patterns.pattern import Pattern
from okin_lib.patterns.pattern_analysis import PatternAnalysis, analyze_pattern
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Analysis
from okin_lib.record.data_file import all_of
from okin_lib.record.placed import Place, Problem, refuse

HELD = "Every result expected of it holds."
NOTHING_EXPECTED = "Nothing is expected of it: to have results checked, add them under 'expect'."


@frozen
class Worked:
    """One analysis of a file."""

    supposing: str
    """What it supposes, in the author's words."""
    analysis: Analysis | PatternAnalysis
    expected: tuple[Expectation, ...]
    """What is expected of it."""
    misses: tuple[Miss, ...]
    """What was expected of it and is not so."""

    @property
    def verdicts(self) -> tuple[str, ...]:
        """Whether it is as expected: in a sentence, or one for each result that is not."""
        held = HELD if self.expected else NOTHING_EXPECTED
        return tuple(f"NOT AS EXPECTED: {miss}" for miss in self.misses) or (held,)


def work(case: Case, file: CaseFile) -> Iterator[Worked]:
    """Yield each analysis of the file."""
    if isinstance(file, Pattern):
        found = analyze_pattern(case, file)
        missed = misses(file.expect, found.findings, found.dispositions)
        yield Worked(file.title, found, file.expect, tuple(missed))
    else:
        yield from (_supposed(case, each) for each in file.scenarios)


def check_cases(root: Path, case: Case) -> list[str]:
    """Work every file in the folder ``cases/`` of ``root``, and return lines that count them.

    Raises
    ------
    DataError
        With everything found wrong, and every result that is not as its file expects.
    """
    paths = sorted((root / "cases").rglob("*.yaml"))
    worked = all_of([partial(_checked, path, case) for path in paths])
    analyses = sum(len(each) for each in worked)
    return [f"worked cases: {len(paths)}, in all {analyses} analyses, each as expected"]


def _checked(path: Path, case: Case) -> list[Worked]:
    every = list(work(case, read(path, case)))
    missed = [miss for worked in every for miss in worked.misses]
    refuse(Problem(Place(str(path), 1), f"not as expected: {m}") for m in missed)
    return every


def _supposed(case: Case, each: Supposed) -> Worked:
    supposed = scenario(case, each.without, each.added, each.readings, each.year)
    found = analyze(case, supposed)
    missed = misses(each.expect, found.findings, found.dispositions)
    return Worked(each.suppose, found, each.expect, tuple(missed))
