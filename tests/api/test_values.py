"""The public values: what they say, in a terminal and in a notebook, and what they refuse."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import okin_lib as okin

FOOTBALL, IDLE = "football-talk", "williams-learned-of-donation"
CATALOGS = (
    okin.facts, okin.hypotheticals, okin.parties, okin.claims, okin.elements, okin.readings,
    okin.precedents, okin.presets,
)  # fmt: skip

scenarios = st.builds(
    okin.suppose,
    st.lists(st.sampled_from(sorted(okin.facts)), max_size=6, unique=True),
    st.lists(st.sampled_from(sorted(okin.hypotheticals)), max_size=1),
    year=st.sampled_from([None, 1990, 2000, 2010]),
    preset=st.sampled_from([None, *okin.presets]),
)


@pytest.fixture(scope="module")
def without_football():
    return okin.analyze(without=[FOOTBALL])


def values():
    found = okin.analyze(without=[FOOTBALL])
    finding = found.finding("weber", "implicit-sanction")
    compared = okin.compare(okin.on_record, found)
    return [
        *CATALOGS, okin.opinion, okin.opinion["430"], okin.facts.football_talk, okin.on_record,
        found.scenario, found, found.findings, found.dispositions, finding, finding.because[0],
        found.dispositions[0], compared, compared.changes[0], compared.changes,
        okin.pivotal("weber", "implicit-sanction"), okin.sweep([FOOTBALL]),
        okin.sweep([FOOTBALL]).records()[0],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "value", [pytest.param(v, id=f"{n}-{type(v).__name__}") for n, v in enumerate(values())]
)
def test_a_value_says_what_it_is_in_text_and_in_markup(value):
    assert str(value) == repr(value)
    assert str(value).strip()
    assert " object at 0x" not in repr(value)
    html = value._repr_html_()
    assert html.count("<section") == html.count("</section>")
    assert "<script" not in html
    assert not re.search(r"<(button|input|select)\b", html)  # nothing that looks as if it worked


def test_the_analysis_is_that_of_the_terminal(without_football):
    from click.testing import CliRunner

    from okin_lib.cli import main

    printed = CliRunner().invoke(main, ["analyze", "--without", FOOTBALL, "--json"]).stdout
    assert json.loads(without_football.to_json()) == json.loads(printed)


def test_a_finding_has_its_reasons_with_their_pages(without_football):
    finding = without_football.finding("weber", "implicit-sanction")
    assert (finding.status, finding.lean) == ("open", "okin")
    assert {reason.side for reason in finding.because} == {"okin", "officers"}
    for reason in (*finding.because, *finding.leaning):
        okin.opinion.verify(reason.quote, reason.page)
        assert reason.quote in str(finding)


def test_a_comparison_says_what_changed_by_which_cause_on_which_page(without_football):
    compared = okin.compare(okin.on_record, without_football)
    told = {(each.after.element, each.after.party): each for each in compared.changes}
    change = told["implicit-sanction", "weber"]
    assert (change.before.status, change.after.status) == ("triable", "open")
    assert change.facts == (FOOTBALL,)
    assert change.page == change.after.because[0].page
    assert str(compared).count("Implicit sanction") == 1  # once for all who share it
    assert okin.facts.football_talk.label in str(compared)


def test_a_switch_that_changes_nothing_says_why():
    compared = okin.compare(okin.on_record, okin.suppose(without=[IDLE]))
    assert len(compared.changes) == 0
    assert compared.unmoved[IDLE]
    assert "Nothing changed" in str(compared)


@given(scenarios)
@settings(max_examples=25, deadline=None)
def test_what_is_written_as_json_is_read_back(scenario):
    assert okin.Scenario.from_json(scenario.to_json()) == scenario
    assert okin.suppose(code=scenario.code) == scenario
    found = okin.analyze(scenario)
    assert okin.Analysis.from_json(found.to_json()) == found
    compared = okin.compare(okin.on_record, found)
    assert okin.Comparison.from_json(compared.to_json()) == compared


def edited(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_an_edited_analysis_is_refused(without_football):
    text = edited(without_football.to_json(), '"status": "open"', '"status": "triable"')
    with pytest.raises(ValueError, match="analyze its scenario anew"):
        okin.Analysis.from_json(text)
    compared = okin.compare(okin.on_record, without_football)
    with pytest.raises(ValueError, match="compare its scenarios anew"):
        okin.Comparison.from_json(edited(compared.to_json(), "triable", "yes"))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"scenario": []}', '{"scenario": {}}', "nul"])
@pytest.mark.parametrize("kind", [okin.Analysis, okin.Comparison])
def test_what_is_no_such_value_is_refused_in_words(kind, text):
    with pytest.raises(ValueError, match=r"\w"):
        kind.from_json(text)


def test_a_wrong_name_is_answered_with_the_nearest():
    asked = [
        (lambda: okin.facts["footbal-talk"], "did you mean 'football-talk'"),
        (lambda: okin.analyze(without=["footbal-talk"]), "did you mean 'football-talk'"),
        (lambda: okin.suppose(preset="distric-court"), "did you mean 'district-court'"),
        (lambda: okin.suppose(readings={"atribution": "individual"}), "'attribution'"),
        (lambda: okin.analyze().finding("duglas", "implicit-sanction"), "did you mean 'douglas'"),
        (lambda: okin.analyze().finding("douglas", "implicit"), "did you mean 'implicit-sanct"),
        (lambda: okin.analyze().finding("town", "implicit-sanction"), "it is asked of douglas"),
        (
            lambda: okin.analyze().disposition("douglas", "due-proces"),
            "did you mean 'due-process'",
        ),
        (lambda: okin.pivotal("webber", "implicit-sanction"), "did you mean 'weber'"),
        (lambda: okin.opinion["43"], "did you mean"),
    ]
    for ask, told in asked:
        with pytest.raises(ValueError, match=re.escape(told)):
            ask()
    with pytest.raises(AttributeError, match="did you mean 'football_talk'"):
        _ = okin.facts.footbal_talk
    assert "footbal-talk" not in okin.facts
    assert okin.facts.get("footbal-talk") is None


def test_one_id_that_is_given_bare_is_one():
    assert okin.suppose(without=FOOTBALL) == okin.suppose(without=[FOOTBALL])


def test_a_scenario_or_a_code_says_all_that_is_supposed():
    supposed = okin.suppose(without=[FOOTBALL])
    assert okin.analyze(supposed) == okin.analyze(without=[FOOTBALL])
    with pytest.raises(ValueError, match="give it alone"):
        okin.analyze(supposed, year=1990)
    with pytest.raises(ValueError, match="give it alone"):
        okin.suppose(code=supposed.code, year=1990)


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda catalog: catalog.title)
def test_tab_completes_every_id(catalog):
    assert catalog._ipython_key_completions_() == list(catalog)
    for key, value in catalog.items():
        assert value.id == key
        name = key.replace("-", "_")
        assert name in dir(catalog)
        assert getattr(catalog, name) == value
        assert value.label in str(value)


def test_the_facts_can_be_searched():
    found = okin.facts.search("2002-05-12 arrest")
    assert found
    assert {each.date for each in found} == {"2002-05-12"}
    assert not okin.facts.search("no such words")
    assert str(okin.facts.search("no such words")).endswith(": none")


def test_the_opinion_is_read_by_page_and_by_words():
    assert "implicitly but affirmatively" in okin.opinion["430"].text
    assert okin.opinion["435 n.12"]
    assert [each.page for each in okin.opinion.search("football")]
    with pytest.raises(ValueError, match="it stands on 430"):
        okin.opinion.verify("implicitly but affirmatively encouraged Sears's", "431")
