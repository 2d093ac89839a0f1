"""Parties side by side, and scenarios, as HTML equal to what was found."""

import pytest

from okin_lib.instruments.comparison.reason import compared
from okin_lib.instruments.comparison.view import comparison
from tests.instruments.supposed import hostile
from tests.instruments.tables import (
    PARTIES,
    SUPPOSED,
    assert_tables_hold_as_blocks,
    facts,
    row,
    rows,
)
from tests.page.markup import assert_only_text, read
from tests.reasoning.courtroom import ask


def beside(case, one, other, **supposed):
    html = comparison(case, (ask(case), one), (ask(case, **supposed), other), "c", unfolded=True)
    return read(html)


@pytest.mark.parametrize("supposed", SUPPOSED)
@pytest.mark.parametrize("party", PARTIES)
def test_tables_keep_their_meaning_even_as_blocks(case, party, supposed):
    html = comparison(
        case, (ask(case), "douglas"), (ask(case, **supposed), party), "c", unfolded=True
    )
    assert_tables_hold_as_blocks(html)


def test_a_finding_differs_in_words_and_not_where_the_court_said_nothing_of_one(case):
    root = beside(case, "douglas", "manion")
    left, right, verdict = row(root, "Implicit sanction").all("td")
    assert "triable" in left.text
    assert "together" in left.text
    assert "not stated" in right.text
    assert verdict.text == "– one not stated"
    assert (
        row(root, "Repeated failures that would have emboldened").all("td")[2].text == "≠ differs"
    )
    assert row(root, "Explicit sanction").all("td")[2].text == "= same"
    otherwise = row(root, "Danger otherwise than by sanction").all("td")
    assert [cell.text for cell in otherwise] == ["○ not reached", "○ not reached", "= same"]
    assert "2 of 19 findings differ; in 11 more, the court did not say" in root.text


def test_the_pair_has_its_passages_and_adopts_none(case):
    root = beside(case, "manion", "douglas")
    assert "Result decided; reason not given beyond one sentence." in root.text
    assert "the court adopted none" in root.text
    assert "437: the court · holding" in root.text
    assert not beside(case, "lug", "weber").all("blockquote")


@pytest.mark.parametrize(("one", "other"), [("douglas", "manion"), ("weber", "village")])
def test_every_fact_of_the_lists_is_shown_once(case, one, other):
    found = compared(case, (ask(case), one), (ask(case), other))
    labels = {fact.id: fact.label for fact in case.record.facts}
    lists = (*found.shared, *found.only_left, *found.only_right)
    assert sorted(facts(beside(case, one, other))) == sorted(labels[f.fact] for f in lists)


def test_two_scenarios_of_one_party_say_what_is_supposed(case):
    root = beside(case, "douglas", "douglas", without=["C39"], attribution="individual", year=1990)
    supposed = root.all("table")[0]
    assert [head.text for head in supposed.all("th", scope="col")] == [
        "Fact or reading", "Douglas, on the record", "Douglas, as supposed",
    ]  # fmt: skip
    cells = {head: [c.text for c in r.all("td")] for head, r in rows(supposed).items()}
    assert cells["The football conversation (421)"] == ["on", "left out"]
    assert cells["Year of the events"] == ["2001", "1990"]
    assert "Whose conduct counts" in cells
    assert "(Douglas, as supposed: left out)" in root.text
    assert "concern only" not in root.text


def test_the_same_twice_is_told_apart(case):
    root = beside(case, "lug", "lug")
    assert "Lug (first) and Lug (second)" in root.text
    assert "0 of 19 findings differ." in root.text


def test_two_renderings_are_equal(case):
    for supposed in SUPPOSED:
        first, second = ask(case, **supposed), ask(case, **supposed)
        one, other = (
            comparison(case, (left, "lug"), (right, "odell"), "c", unfolded=True)
            for left, right in ((first, second), (second, first))
        )
        assert one == other


def test_hostile_data_are_escaped(case):
    bad = hostile(case)
    pair = (ask(bad), "douglas"), (ask(bad, without=["C39"]), "manion")
    assert_only_text(comparison(bad, *pair, "c", unfolded=True))


def test_what_is_folded_comes_when_it_is_asked_for(case):
    sides = (ask(case), "douglas"), (ask(case), "manion")
    folded, unfolded = (comparison(case, *sides, "c", asked) for asked in (False, True))
    boxes = [read(html).all("details") for html in (folded, unfolded)]
    assert [box.all("summary")[0].text for box in boxes[0]] == [
        box.all("summary")[0].text for box in boxes[1]
    ]
    assert all(box.attrs["data-act"] == "unfold" for box in boxes[0])
    assert not any(box.all("li") or box.all("blockquote") for box in boxes[0])
    assert all(box.all("li") or box.all("blockquote") for box in boxes[1])
