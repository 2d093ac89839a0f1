"""The verdict: whose it is, on which facts it rests, and what is supposed."""

from okin_lib.page.verdict import rests_on, verdict, verdict_text
from okin_lib.reasoning.scenario import preset, scenario
from tests.page.markup import read
from tests.page.shown import analyze


def test_verdict_says_what_the_court_held_on_the_record(case, record):
    text = read(verdict(case, record, "verdict")).text
    assert "Douglas, Lug, Weber and Williams: summary judgment denied" in text
    assert "the dismissal is reversed (the court held; decided)" in text
    assert "Manion and O'Dell: summary judgment granted" in text
    assert "Sears: the court decides nothing here" in text


def test_off_the_record_the_verdict_is_the_models(case, without_football):
    text = verdict_text(without_football, case)
    assert "the court held" not in text
    assert "open (in this model)" in text


def test_the_district_courts_verdict_is_the_district_courts(case):
    below = analyze(case, scenario(case, readings=preset(case, "district-court")))
    text = verdict_text(below, case)
    assert "summary judgment granted (the district court held; decided)" in text
    assert "(the court held" not in text


def test_verdict_names_the_facts_it_used(case, record, without_football):
    used = rests_on(case, record)
    text = read(verdict(case, record, "verdict")).text
    assert used
    assert all(f"{fact.label} ({fact.page})" in text for fact in used)
    assert "football-talk" in {fact.id for fact in used}
    assert "football-talk" not in {fact.id for fact in rests_on(case, without_football)}


def test_verdict_names_what_is_supposed(case):
    supposed = scenario(case, ["football-talk"], ["nothing-reached-sears"], {"pena": "broad"})
    text = read(verdict(case, analyze(case, supposed), "verdict")).text
    labels = {atom.id: atom.label for atom in (*case.record.facts, *case.record.hypotheticals)}
    assert f"Left out {labels['football-talk']}" in text
    assert f"Added (not in the record) {labels['nothing-reached-sears']}" in text
    assert "Broadly, as the district court read it" in text


def test_plain_verdict_is_the_same_each_time(case, record):
    again = analyze(case, scenario(case))
    assert verdict_text(record, case) == verdict_text(again, case)
