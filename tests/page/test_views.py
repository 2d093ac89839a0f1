"""Analyses as HTML: what is shown, in which words, and that nothing from outside is markup."""

from pathlib import Path

import attrs
import pytest

from okin_lib.doctrine.statuses import Status
from okin_lib.lessons.installed import load_case
from okin_lib.page import words
from okin_lib.page.changes import live, what_changed
from okin_lib.page.claims import shown
from okin_lib.page.facts import event_panel
from okin_lib.page.matrix import matrix
from okin_lib.page.passages import passage
from okin_lib.page.states import cells
from okin_lib.page.tree import tree
from okin_lib.page.verdict import rests_on, verdict, verdict_text
from okin_lib.reasoning.difference import difference
from okin_lib.reasoning.scenario import preset, scenario
from okin_lib.reasoning.types import Finding
from okin_lib.record.types import Support
from tests.page.markup import read

ALL = frozenset(element.id for element in load_case().doctrine.elements)
HOSTILE = """"><script>alert('x')</script><img src=x onerror="alert(1)">&amp;"""


CLAIMS = ("due-process", "qualified-immunity")


def analyze(case, supposed):
    return shown(case, CLAIMS, supposed)


@pytest.fixture(scope="module")
def record(case):
    return analyze(case, scenario(case))


@pytest.fixture(scope="module")
def elements(case):
    return [element for element in case.doctrine.elements if element.claim in CLAIMS]


@pytest.fixture(scope="module")
def without_football(case):
    return analyze(case, scenario(case, without=["football-talk"]))


def changes(case, before, after):
    return what_changed(case, after.scenario, difference(case, before, after), "changes")


# Verdict


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


# Matrix


def test_collective_findings_are_one_cell(case, elements, record):
    implicit = [f for f in record.findings if f.element == "implicit-sanction"]
    was = {(finding.element, finding.party): finding for finding in implicit}
    assert [len(cell) for cell in cells(implicit, was)] == [4, 1, 1]
    (officers,) = read(matrix(case, record, record, "lug", False, "matrix")).all("table")
    widths = {
        row.children[0].text: sum(int(cell.attrs.get("colspan", "1")) for cell in row.all("td"))
        for row in officers.all("tr")
        if row.all("td")
    }
    assert set(widths.values()) == {6}
    assert set(widths) == {element.label for element in elements}


def test_findings_of_one_officer_each_are_not_merged(case):
    alone = analyze(case, scenario(case, readings={"attribution": "individual"}))
    implicit = [f for f in alone.findings if f.element == "implicit-sanction"]
    was = {(finding.element, finding.party): finding for finding in implicit}
    assert [len(cell) for cell in cells(implicit, was)] == [1] * 6


def test_matrix_marks_what_changed_in_words(case, record, without_football):
    unchanged = read(matrix(case, record, record, "lug", False, "matrix"))
    changed = read(matrix(case, without_football, record, "lug", False, "matrix"))
    assert "0 of" in unchanged.text
    assert "was " not in unchanged.text
    (row,) = [row for row in changed.all("tr") if "Implicit sanction" in row.text]
    assert row.text.count("was ◆ triable") == 4


# Tree


def test_tree_shows_the_explicit_or_implicit_branch(case, record):
    root = read(tree(case, record, "douglas", ALL, "tree"))
    (choice,) = root.all("ul", **{"class": "any"})
    assert "Explicit sanction" in choice.text
    assert "Implicit sanction" in choice.text
    assert [each.text for each in choice.all("strong")] == ["or", "and"]


def test_tree_has_every_element_once(case, elements, record):
    root = read(tree(case, record, "manion", ALL, "tree"))
    labels = [node.text for node in root.all("span", **{"class": "element"})]
    assert sorted(label.removeprefix("not: ") for label in labels) == sorted(
        element.label for element in elements
    )


def test_tree_is_the_officers_own(case, record):
    assert "state-not-stated" in tree(case, record, "odell", ALL, "tree")
    assert "state-not-stated" not in tree(case, record, "lug", ALL, "tree")


# What changed


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
    assert card.text.index("For Okin:") < card.text.index("For the officers:")


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


def test_live_names_three_changes_at_most(case, elements, record, without_football):
    found = difference(case, record, without_football)
    text = live(case, without_football.scenario, found)
    named = [element.label for element in elements if element.label in text]
    assert len(named) == 3
    assert text.endswith("more.")
    assert live(case, record.scenario, difference(case, record, record)) == (
        "The record, as the court read it."
    )


# Passages


def test_a_passage_says_whose_words_and_turns_to_its_page(case):
    support = Support(
        text="An example.",
        page="430",
        quote="defendants' actions, such as discussing football with Sears",
        speaker="argument",
    )
    root = read(passage(case, support))
    (quote,) = root.all("blockquote")
    (turn,) = root.all("button", data_act="read", data_go="opinion")
    assert quote.text == turn.attrs["value"] == support.quote
    assert turn.attrs["data-id"] == "430"
    assert (
        root.all("cite")[0].text == "430: a party's argument, as the court reports it; reasoning"
    )


# Words


def test_every_status_has_its_own_sign_and_word():
    signs = {word.sign for word in words.STATUS.values()}
    texts = {word.text for word in words.STATUS.values()}
    assert len(signs) == len(texts) == len(words.STATUS) == len(Status.__args__)


def test_a_state_is_sign_word_and_class(case, record):
    for node in read(matrix(case, record, record, "lug", False, "matrix")).walk():
        if (node.attrs.get("class") or "").startswith("state "):
            (sign,) = node.all("span", aria_hidden="true")
            assert sign.text
            assert node.text.removeprefix(sign.text).strip()


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2001-12-23", "December 23, 2001"),
        ("2002-11", "November 2002"),
        ("2003", "2003"),
        ("", ""),
    ],
)
def test_days(iso, written):
    assert words.day(iso) == written


def test_lists():
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]) == "a, b and c"


def test_a_hearsay_chain_is_told_from_the_words_in_the_document_back(case):
    admission = next(fact for fact in case.record.facts if fact.id == "sears-told-williams")
    assert words.source(admission.source) == "Okin (words in Douglas's report), reporting Sears"


def test_templates_never_say_what_the_court_would_do():
    folder = Path(words.__file__).parent
    for path in [*folder.rglob("*.html"), *folder.rglob("*.py")]:
        assert "court would" not in path.read_text(encoding="utf-8").lower()


# Escaping


def test_hostile_facts_are_escaped(case):
    record = case.record
    bad = attrs.evolve(record.facts[0], label=HOSTILE, statement=HOSTILE)
    hostile = attrs.evolve(case, record=attrs.evolve(record, facts=(bad, *record.facts[1:])))
    html = event_panel(hostile, bad.event, "facts", (bad.id,), frozenset(), False)
    off = analyze(hostile, scenario(hostile, without=[bad.id]))
    before = analyze(hostile, scenario(hostile))
    for region in (html, verdict(hostile, off, "verdict"), changes(hostile, before, off)):
        assert "<script" not in region
        assert "<img" not in region
        assert HOSTILE in read(region).text


def test_hostile_law_is_escaped(case, record):
    element = attrs.evolve(case.doctrine.elements[0], label=HOSTILE, question=HOSTILE)
    doctrine = attrs.evolve(case.doctrine, elements=(element, *case.doctrine.elements[1:]))
    hostile = attrs.evolve(case, doctrine=doctrine)
    for region in (
        matrix(hostile, record, record, "lug", False, "m"),
        tree(hostile, record, "lug", ALL, "t"),
    ):
        assert "<script" not in region
        assert "<img" not in region


def test_a_finding_that_leans_says_to_whom(case):
    found = Finding(
        "c", "e", "p", "fact", "open", "open", "officers", (), (), (), "a", collective=False
    )
    assert words.graded(case, found) == "open, leaning to the officers"
