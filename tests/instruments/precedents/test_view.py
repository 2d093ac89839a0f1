"""The precedents as they are named: with what a reader of law looks for first."""

import pytest

from okin_lib.doctrine.established import Establishing
from okin_lib.instruments.precedents.dates.view import cases, precedent_map
from okin_lib.instruments.precedents.framing.view import material_panel, rules
from okin_lib.instruments.precedents.view import further_steps
from okin_lib.page.words import whose_words
from okin_lib.reasoning.established import facing, law_in
from okin_lib.reasoning.generality import rule
from okin_lib.reasoning.precedent import stance_of
from okin_lib.reasoning.types import Scenario
from tests.instruments.tables import rows
from tests.page.markup import read


@pytest.fixture(scope="module")
def named(case):
    year = law_in(case, facing(case, Scenario(), "douglas"), stance_of(case, "narrow"), 2001)
    every = dict.fromkeys(case.precedents, ())
    return {
        "cases": read(cases(year, "cases")),
        "material": read(material_panel(case, every, "narrow", True, "material")),
    }


@pytest.mark.parametrize("page", ["cases", "material"])
def test_a_precedent_is_named_with_citation_court_year_posture_and_history(case, named, page):
    for precedent in case.doctrine.precedents:
        for told in (precedent.name, precedent.citation, precedent.posture, precedent.history):
            assert told in named[page].text


@pytest.mark.parametrize(
    ("precedent", "citation"),
    [("dwares", "985 F.2d 94 (2d Cir. 1993)"), ("deshaney", "489 U.S. 189 (1989)")],
)
def test_a_citation_names_the_court_unless_its_reporter_does(case, precedent, citation):
    assert case.precedents[precedent].citation == citation


def test_the_map_cites_what_it_places(case):
    shown = read(precedent_map(case, "douglas", 2001, "narrow", False, "map")).text
    for precedent in case.doctrine.precedents:
        assert ("narrow" in precedent.establishes) == (precedent.citation in shown)


@pytest.mark.parametrize("reader", ["narrow", "broad"])
def test_a_ratio_that_is_supposed_is_said_to_be(case, reader):
    shown = read(
        material_panel(case, dict.fromkeys(case.precedents, ()), reader, True, "material")
    )
    for precedent, fields in zip(case.doctrine.precedents, shown.all("fieldset"), strict=True):
        ratio = precedent.establishes.get(reader)
        supposed = ratio is not None and ratio.supposed
        assert ("the opinion does not state it" in fields.text) == supposed


def test_what_is_inferred_of_a_precedent_is_marked_where_its_factors_are_listed(case, named):
    for precedent, fields in zip(
        case.doctrine.precedents, named["material"].all("fieldset"), strict=True
    ):
        labels = [label.text for label in fields.all("label")]
        for factor, label in zip(precedent.factors, labels, strict=True):
            inferred = factor in precedent.inferred
            assert ("(inferred, not stated)" in label) == inferred
            assert precedent.factors[factor].text.startswith("Inferred") == inferred
    assert "knew" in case.precedents["dwares"].inferred
    assert "known-victim" in case.precedents["hemphill"].inferred


@pytest.mark.parametrize("name", ["dwares", "hemphill", "pena-v-deprisco"])
def test_a_rule_marks_what_it_takes_that_is_inferred(case, name):
    precedent = case.precedents[name]
    for factor in precedent.factors:
        found = rule(case, name, [factor], {}, "narrow")
        shown = read(rules(case, [found], "", "rules")).text
        marked = f"{case.factors[factor].label} (inferred, not stated)" in shown
        assert marked == (factor in precedent.inferred)


def test_what_sets_a_case_apart_marks_what_is_inferred_and_says_nothing_twice(case):
    ratio = case.precedents["dwares"].establishes["narrow"]
    found = rule(case, "dwares", ratio.material, {}, "narrow")
    cells = rows(read(rules(case, [found], "", "rules")))
    apart = {name: row.all("td")[1].text for name, row in cells.items()}
    pena, hemphill = (apart[case.precedents[key].name] for key in ("pena-v-deprisco", "hemphill"))
    assert "implicit, with neither training nor legal duty shown (inferred)" in pena
    assert hemphill == "Not stated: knew of the violence"


@pytest.mark.parametrize("name", ["dwares", "hemphill", "pena-v-deprisco"])
@pytest.mark.parametrize("reader", ["narrow", "broad"])
def test_a_rule_that_is_supposed_is_said_to_be(case, name, reader):
    ratio = case.precedents[name].establishes[reader]
    found = rule(case, name, ratio.material, {}, reader)
    said = "the opinion does not state it" in rules(case, [found], "", "rules")
    assert said == ratio.supposed == (name in case.doctrine.supposed(reader))


def test_a_factor_is_defined_where_it_is_ticked(case, named):
    for precedent in case.doctrine.precedents:
        for factor in precedent.factors:
            given = case.factors[factor]
            whose = whose_words(case, given.speaker)
            said = f"{given.definition} {given.quote} ({given.page}; {whose})"
            assert said in named["material"].text


def test_what_is_said_of_reading_together_stands_by_its_switch(case):
    shown = read(further_steps(case, "narrow", (), "positions")).text
    notes = case.study(Establishing).together_notes
    assert notes
    assert all(note.text in shown and note.quote in shown for note in notes)
