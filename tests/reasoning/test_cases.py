"""Every worked case: the map's graded hypotheticals and the opinion's own precedents."""

import re

import pytest
import yaml
from attrs import evolve

from okin_lib.doctrine.stored import PACKAGE
from okin_lib.reasoning.casefile import read
from okin_lib.reasoning.casework import work
from okin_lib.reasoning.expectation import misses

FILES = sorted((PACKAGE / "cases").rglob("*.yaml"))
OTHER = {"open": "no-genuine-issue", "triable": "open", "no-genuine-issue": "triable"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_result_is_as_expected(case, path):
    for worked in work(case, read(path, case)):
        assert [str(miss) for miss in worked.misses] == []


def test_all_twenty_five_hypotheticals_are_there():
    names = {path.stem[:3] for path in FILES if path.parent.name == "hypotheticals"}
    assert names == {f"h{number:02}" for number in range(1, 26)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_something_is_expected_and_with_a_grade(case, path):
    file = read(path, case)
    expected = getattr(file, "expect", None) or [
        each for supposed in file.scenarios for each in supposed.expect
    ]
    statuses = {each.status or each.motion for each in expected}
    assert None not in statuses
    assert any(each.grade for each in expected) or statuses == {"not-stated"}


def test_an_expectation_can_fail(case):
    """Each status that a file expects, once it is expected to be another, is a miss."""
    text = (PACKAGE / "cases" / "hypotheticals" / "h05.yaml").read_text("utf-8")
    assert yaml.safe_load(text)["scenarios"]
    file = read(PACKAGE / "cases" / "hypotheticals" / "h05.yaml", case)
    (worked, *_) = work(case, file)
    found, ruled = worked.analysis.findings, worked.analysis.dispositions
    for each in file.scenarios[0].expect:
        for party in each.parties:
            if each.status in OTHER:
                wrong = evolve(each, parties=(party,), status=OTHER[each.status])
                (missed, *_) = misses([wrong], found, ruled)
                assert re.search(rf"{each.of} of {party}", str(missed))
