"""The author's page: its examples run, and its tables are the doctrine's."""

import json
import re
from pathlib import Path

import pytest
import yaml
from attrs import fields
from click.testing import CliRunner

from okin_lib.cli import main
from okin_lib.doctrine.patterns import PatternLaw
from okin_lib.patterns.pattern import Either, Pattern, PatternParty

TEXT = (Path(__file__).parent.parent / "docs" / "authoring.md").read_text("utf-8")
EXAMPLES = [e for e in re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL) if "title:" in e]


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_gives_what_it_expects(example, tmp_path):
    file = tmp_path / "example.yaml"
    file.write_text(example, encoding="utf-8")
    result = CliRunner().invoke(main, ["analyze", str(file)])
    assert result.exit_code == 0, result.output
    assert "Every result expected of it holds." in result.output


def test_examples_show_where_a_note_and_a_passage_go():
    held = [yaml.safe_load(example) for example in EXAMPLES]
    assert all(each["note"] for each in held)
    assert any("because" in each for each in held)
    assert any("because" in party for each in held for party in each.get("parties", ()))


def test_every_field_of_a_fact_pattern_is_in_an_example_or_named():
    shown = set(re.findall(r"[\w-]+", TEXT))
    for kind in (Pattern, PatternParty, Either):
        assert {field.name for field in fields(kind)} <= shown, kind


def test_what_each_posture_makes_of_an_answer_is_as_the_answer_says_it(case):
    rows = re.findall(r"^  \| `([a-z-]+)` \| (.*) \| (.*) \| (.*) \|$", TEXT, re.MULTILINE)
    postures = case.study(PatternLaw).postures
    assert [(name, denied, granted) for name, _, denied, granted in rows] == [
        (name, rule.motions["denied"], rule.motions["granted"]) for name, rule in postures.items()
    ]
    for name, asks, *_ in rows:
        (pages,) = re.findall(r"\((\d[^)]*)\)$", asks)
        assert set(pages.split(", ")) == {each.page for each in postures[name].because}


def test_an_example_prints_its_note(tmp_path):
    for example in EXAMPLES:
        file = tmp_path / "example.yaml"
        file.write_text(example, encoding="utf-8")
        note = yaml.safe_load(example)["note"]
        assert note in CliRunner().invoke(main, ["analyze", str(file)]).output
        data = json.loads(CliRunner().invoke(main, ["analyze", "--json", str(file)]).output)
        assert data["note"] == note


def test_there_is_an_example_of_each_kind():
    kinds = {("parties" in (held := yaml.safe_load(e)), "scenarios" in held) for e in EXAMPLES}
    assert sorted(kinds) == [(False, True), (True, False)]


def test_every_factor_stands_there_with_its_definition_and_page(case):
    rows = re.findall(r"^\| `([a-z-]+)`(\*?) \| (.+) \| (.+) \|$", TEXT, re.MULTILINE)
    assert rows == [
        (factor.id, "*" if factor.optional else "", factor.definition, factor.page)
        for factor in case.doctrine.factors
        if factor.id != case.doctrine.domestic and not factor.arises.undecided
    ]


def test_every_element_claim_and_court_is_named(case):
    doctrine = case.doctrine
    named = set(re.findall(r"`([a-z-]+)`", TEXT))
    assert {element.id for element in doctrine.elements} <= named
    assert {claim.id for claim in doctrine.claims if claim.parts is not None} <= named
    assert all(court in TEXT for court in doctrine.courts)
