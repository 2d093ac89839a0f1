"""What changed: what was, what is now, because of what, and that nothing did."""

from okin_lib.page.changes import live
from okin_lib.reasoning.difference import difference
from okin_lib.reasoning.scenario import scenario
from tests.page.markup import read
from tests.page.shown import analyze, changes


def test_changed_says_was_now_and_because(case, record, without_football):
    root = read(changes(case, record, without_football))
    count = len(difference(case, record, without_football).changes)
    (card,) = [li for li in root.all("li", **{"class": "change"}) if "Implicit" in li.text]
    football = next(fact for fact in case.record.facts if fact.id == "football-talk")
    assert f"{count} of {len(record.findings)} findings changed" in root.text
    assert [node.text for node in card.all("div") if node.all("dt")] == [
        "Was, on the record◆ triable (decided)",
        "Now, in this model◐ open, leaning to Okin",
    ]
    assert f"Because of: {football.label}" in card.text
    assert card.all("blockquote")
    told = [card.text.index(each) for each in ("For Okin:", "For the officers:", "Leans to Okin:")]
    assert told == sorted(told)


def test_nothing_changed_says_why(case, record):
    friendly = next(f for f in case.record.facts if f.map == "A05")
    after = analyze(case, scenario(case, without=[friendly.id]))
    text = read(changes(case, record, after)).text
    assert "Nothing changed." in text
    assert friendly.label in text
    assert live(case, after.scenario, difference(case, record, after)).endswith(
        f"Nothing changed: none of {len(record.findings)} findings."
    )


def test_a_reading_changes_too(case, record):
    after = analyze(case, scenario(case, readings={"attribution": "individual"}))
    assert "Because of: Whose conduct counts" in read(changes(case, record, after)).text


def test_a_cause_that_is_invented_is_marked_so_and_one_that_changes_nothing_too(case, record):
    names = ("harm-was-reckless", "sears-absent-from-weber-visits")
    changing, idle = (case.hypotheticals[name] for name in names)
    after = analyze(case, scenario(case, added=[changing.id, idle.id]))
    text = read(changes(case, record, after)).text
    assert f"Because of: HYPOTHETICAL: {changing.label}" in text
    assert f"HYPOTHETICAL: {idle.label}." in text


def test_live_names_three_changes_at_most(case, elements, record, without_football):
    found = difference(case, record, without_football)
    text = live(case, without_football.scenario, found)
    named = [element.label for element in elements if element.label in text]
    assert len(named) == 3
    assert text.endswith("more.")
    assert live(case, record.scenario, difference(case, record, record)) == (
        "The record, as the court read it."
    )
