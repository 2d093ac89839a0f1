"""The worked cases: each reads, comes out as its file expects, and could come out otherwise."""

from pathlib import Path

import pytest
from attrs import evolve

import okin_lib
from okin_lib.files.case_file import read
from okin_lib.files.worked import work
from okin_lib.patterns.expectation import Expectation, misses
from okin_lib.patterns.pattern import Pattern

CASES = Path(okin_lib.__file__).parent / "cases"
FILES = sorted(CASES.rglob("*.yaml"))
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def worked(case, path):
    """Each analysis of the file, and what is expected of it."""
    file = read(path, case)
    expected = [file.expect] if isinstance(file, Pattern) else [s.expect for s in file.scenarios]
    return list(zip(work(case, file), expected, strict=True))


@each_file
def test_every_expectation_holds(case, path):
    missed = {each.supposing: [str(m) for m in each.misses] for each, _ in worked(case, path)}
    assert missed == {supposing: [] for supposing in missed}


@each_file
def test_nothing_given_is_set_aside(case, path):
    for each, _ in worked(case, path):
        assert not getattr(each.analysis, "set_aside", {})


@each_file
def test_a_grade_is_expected_wherever_a_result_is_stated(case, path):
    for _, expected in worked(case, path):
        stated = [one for one in expected if "not-stated" not in (one.status, one.motion)]
        assert not stated or any(one.grade for one in stated)


@each_file
def test_every_expectation_can_fail(case, path):
    for each, expected in worked(case, path):
        found = each.analysis.findings, each.analysis.dispositions
        for one in expected:
            assert one.parties
            assert one.status or one.motion
            assert list(misses([otherwise(one)], *found)), one


def otherwise(expected: Expectation) -> Expectation:
    """The same expectation of another status or motion, which no case here has in its place."""
    if expected.status:
        return evolve(
            expected, status="open" if expected.status == "not-reached" else "not-reached"
        )
    return evolve(
        expected, motion="open" if expected.motion == "not-addressed" else "not-addressed"
    )


def test_each_hypothetical_of_the_map_is_here(case):
    titles = {path.stem: read(path, case).title for path in FILES if path.stem[0] == "h"}
    numbered = {stem: title for stem, title in titles.items() if stem[1:3].isdigit()}
    assert {stem[:3] for stem in numbered} == {f"h{number:02}" for number in range(1, 26)}
    assert all(title.startswith(f"H{int(stem[1:3])}. ") for stem, title in numbered.items())


@each_file
def test_every_case_expects_something(case, path):
    for each, expected in worked(case, path):
        assert each.expected == expected != ()
