"""The opinion's own precedents as anyone's cases: without their names, and without their results.

Each comes out as the opinion tells it, or is open, and then the reason is shown.
"""

from pathlib import Path

import pytest
from attrs import evolve

import okin_lib
from okin_lib.files.case_file import read
from okin_lib.lessons.installed import load_case
from okin_lib.patterns.pattern import Pattern
from okin_lib.patterns.pattern_analysis import PatternAnalysis, analyze_pattern

CASE = load_case()
FOLDER = Path(okin_lib.__file__).parent / "cases" / "precedents"


def stripped(name: str, year: int | None = None) -> Pattern:
    """The file's pattern with what the opinion gives of the precedent, but not its name."""
    held = read(FOLDER / f"{name}.yaml", CASE)
    assert isinstance(held, Pattern)
    known = CASE.precedents[held.precedent].factors if held.precedent else ()
    parties = tuple(
        evolve(party, factors={**dict.fromkeys(known, True), **party.factors})
        if party.role == "officer"
        else party
        for party in held.parties
    )
    return evolve(held, precedent="", parties=parties, expect=(), date=year or held.date)


def found(name: str, year: int | None = None) -> PatternAnalysis:
    return analyze_pattern(CASE, stripped(name, year))


TOLD = [
    ("deshaney", None, "violation", "no-genuine-issue", "427-28: a failure to protect"),
    ("dwares", None, "violation", "triable", "428: such an official sanction would surely have"),
    ("dwares", None, "explicit-sanction", "triable", "428: the police had assured the skinheads"),
    ("hemphill", None, "violation", "triable", "428: a material issue of fact"),
    ("pena", None, "violation", "triable", "428-29: could be violated by an implicit message"),
    ("pena", None, "conscience", "triable", "431: conscience shocking, if the allegations hold"),
    ("pena", None, "clearly-established", "no", "435: not clearly established"),
    ("pena", None, "immunity", "yes", "435: qualified immunity precluded liability"),
    ("pena", 2006, "violation", "triable", "428-29"),
    ("pena", 2006, "clearly-established", "yes", "428: so held, and law for what came after"),
    ("matican", None, "conscience", "no-genuine-issue", "431: did not shock the conscience"),
    ("matican", None, "violation", "no-genuine-issue", "431"),
    ("eagleston", None, "comparator", "no-genuine-issue", "438: no evidence of a practice"),
    ("eagleston", None, "unequal-protection", "no-genuine-issue", "438"),
    ("freeman", None, "clearly-established", "not-stated", "not a court that they bind"),
]


@pytest.mark.parametrize(("name", "year", "element", "status", "page"), TOLD)
def test_it_comes_out_as_the_opinion_tells_it_or_open_for_a_reason_shown(
    name, year, element, status, page
):
    (finding,) = [each for each in found(name, year).findings if each.element == element]
    assert finding.status in (status, "open"), page
    assert finding.because or finding.status == "not-stated"


@pytest.mark.parametrize(("name", "year"), [("dwares", None), ("hemphill", None), ("pena", 2006)])
def test_what_went_on_is_not_dismissed_for_want_of_a_violation(name, year):
    (violation,) = [each for each in found(name, year).findings if each.element == "violation"]
    assert violation.status != "no-genuine-issue"


def test_each_precedent_that_has_a_file_is_here():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {name for name, *_ in TOLD}
