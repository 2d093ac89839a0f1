"""Fact patterns near those of the opinion and its precedents: each for the court's own reason."""

from functools import cache
from pathlib import Path

import pytest

from okin_lib.files.case_file import read
from okin_lib.lessons.installed import load_case
from okin_lib.patterns.pattern_analysis import PatternAnalysis, analyze_pattern

CASE = load_case()
FOLDER = Path(__file__).parent / "probes"
TOLD = [
    ("deshaney-as-known", "implicit-sanction", "no-genuine-issue", "427-28: nothing but failures"),
    ("deshaney-as-known", "violation", "no-genuine-issue", "427-28, and not on the date alone"),
    ("deshaney-as-known", "clearly-established", "not-reached", "427-28"),
    ("exposed-without-sanction", "implicit-sanction", "no-genuine-issue", "nothing conveyed"),
    ("exposed-without-sanction", "exposure", "open", "428, 430: created or enhanced"),
    (
        "exposed-without-sanction",
        "violation",
        "open",
        "428: it does not fail for want of a message",
    ),
    ("exposed-with-competing-duty", "conscience", "no-genuine-issue", "431-32: Matican"),
    ("exposed-with-competing-duty", "violation", "no-genuine-issue", "431-32"),
    ("hemphill-in-2001", "violation", "triable", "428: a material issue of fact"),
    ("hemphill-in-2001", "clearly-established", "yes", "435-37: notice without any training"),
    ("knew-nothing", "awareness", "no-genuine-issue", "431-32: told nothing, and seeing nothing"),
    ("knew-nothing", "violation", "no-genuine-issue", "431-32"),
    ("one-remark", "implicit-sanction", "open", "430: no pattern, and no single word is decided"),
    ("one-remark", "clearly-established", "open", "434: conduct that encourages is asked for"),
    ("pena-in-2006", "violation", "triable", "428-29"),
    ("pena-in-2006", "clearly-established", "yes", "428: law for what came after it"),
]


@cache
def found(name: str) -> PatternAnalysis:
    return analyze_pattern(CASE, read(FOLDER / f"{name}.yaml", CASE))


@pytest.mark.parametrize(("name", "element", "status", "page"), TOLD)
def test_it_comes_out_for_the_reason_that_the_court_gave(name, element, status, page):
    (finding,) = [each for each in found(name).findings if each.element == element]
    assert finding.status == status, page
    assert finding.grade != "decided"
    assert finding.because or status == "not-reached"


@pytest.mark.parametrize(
    ("name", "motion"),
    [
        ("deshaney-as-known", "granted"),
        ("exposed-with-competing-duty", "granted"),
        ("exposed-without-sanction", "open"),
        ("hemphill-in-2001", "denied"),
        ("knew-nothing", "granted"),
        ("one-remark", "open"),
        ("pena-in-2006", "denied"),
    ],
)
def test_what_becomes_of_the_motion(name, motion):
    (its,) = [each for each in found(name).dispositions if each.claim == "due-process"]
    assert its.motion == motion


def test_every_probe_is_here():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {name for name, *_ in TOLD}
