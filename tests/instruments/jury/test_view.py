"""The remand as HTML: who is tried, and that nothing is found."""

import pytest

from okin_lib.instruments.jury.view import remand_questions
from okin_lib.page.claims import shown
from okin_lib.reasoning.scenario import scenario
from tests.instruments.supposed import SUPPOSED, hostile
from tests.page.markup import assert_only_text, assert_readable, read
from tests.reasoning.courtroom import ask


def test_the_remand_says_who_is_tried_and_that_nothing_is_found(case):
    text = read(remand_questions(case, ask(case), "r")).text
    assert "Nothing is found" in text
    assert "Douglas: 10 questions" in text
    assert text.count("No question for a jury.") == 3
    assert "Due process: summary judgment granted; the dismissal is affirmed" in text


def test_on_one_claim_its_parties_are_tried_on_it_alone(case):
    one = shown(case, ("municipal-liability",), scenario(case, ["football-talk"]))
    root = read(remand_questions(case, one, "r"))
    assert "Municipal liability: " in root.text
    assert "Due process" not in root.text
    tried = [each.attrs["value"] for each in root.all("input", data_id="tried")]
    assert tried == ["village", "town"]


@pytest.mark.parametrize("supposed", SUPPOSED)
def test_tables_have_captions_and_headers_with_a_scope(case, supposed):
    assert_readable(remand_questions(case, ask(case, **supposed), "r"))


def test_hostile_data_are_escaped(case):
    assert_only_text(remand_questions(hostile(case), ask(hostile(case)), "r"))


def test_the_remand_says_that_causation_and_injury_are_not_decided(case):
    said = "Causation and injury: the opinion decides nothing of it"
    each = [read(remand_questions(case, ask(case), "r", party.id)) for party in case.defendants]
    assert sum(root.text.count(said) for root in each) == 5
    (root,) = [root for root in each if root.all("h4")[0].text == "Lug"]
    assert "Was Okin injured, and was the injury caused by the conduct that counts for Lug?" in (
        root.text
    )
    (ladder,) = (d for d in root.all("details") if d.attrs["id"] == "r-ladder")
    assert "open" not in ladder.attrs
    assert "Harm by negligence: never." in ladder.text
