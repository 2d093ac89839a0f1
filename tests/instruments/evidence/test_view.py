"""Evidence on two sides as HTML equal to what was found."""

import pytest

from okin_lib.instruments.evidence.reason import sorted_evidence
from okin_lib.instruments.evidence.view import evidence
from okin_lib.page.fact_list import SHOWN
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


def shown(case, party, **supposed):
    return read(evidence(case, ask(case, **supposed), party, "e", unfolded=True))


@pytest.mark.parametrize("supposed", SUPPOSED)
@pytest.mark.parametrize("party", PARTIES)
def test_tables_keep_their_meaning_even_as_blocks(case, party, supposed):
    assert_tables_hold_as_blocks(evidence(case, ask(case, **supposed), party, "e", unfolded=True))


@pytest.mark.parametrize("supposed", SUPPOSED)
@pytest.mark.parametrize("party", ["lug", "manion", "village"])
def test_the_table_holds_what_was_found(case, party, supposed):
    analysis = ask(case, **supposed)
    labels = {atom.id: atom.label for atom in (*case.record.facts, *case.record.hypotheticals)}
    elements = {element.id: element.label for element in case.doctrine.elements}
    root = read(evidence(case, analysis, party, "e", unfolded=True))
    found = sorted_evidence(case, analysis, party)
    assert len(rows(root)) == len(found)
    for each in found:
        cells = row(root, elements[each.finding.element]).all("td")
        for cell, key in zip(cells, ("plaintiff", "officers"), strict=True):
            assert facts(cell) == [labels[item.fact] for item in each.sides[key]]
            assert (cell.text == "none that counts here") == (not each.sides[key])
            assert bool(cell.all("details")) == (len(each.sides[key]) > SHOWN)
            assert len(cell.all("ul")[0].all("li")) <= SHOWN if cell.all("ul") else True


def test_sides_are_named_by_the_record(case):
    heads = shown(case, "douglas").all("table")[0].all("th", scope="col")
    assert [head.text for head in heads] == [
        "Evidence for Okin", "Element", "Evidence for the officers",
    ]  # fmt: skip


def test_football_stands_with_its_source_and_page(case):
    okins, _ = row(shown(case, "douglas"), "Implicit sanction").all("td")
    (line,) = (li for li in okins.all("li") if "The football conversation" in facts(li))
    assert "Okin (allegation)" in line.text
    assert line.text.endswith("at 421")
    assert "none is named" in line.text


def test_what_is_left_out_or_set_aside_says_so(case):
    root = shown(case, "douglas", without=["C39"])
    okins, theirs = row(root, "Conveyed to the wrongdoer").all("td")
    assert "The football conversation (left out)" in okins.text
    assert "Douglas's talk with Sears alone (set aside on the motion)" in theirs.text


def test_the_advice_to_stay_away_is_told_as_bearing_on_no_element(case):
    root, advice = shown(case, "williams"), "Williams's advice to Sears to stay away"
    assert not [cell for r in rows(root).values() for cell in r.all("td") if advice in cell.text]
    (silent,) = root.all("details", id="e-silent")
    assert advice in facts(silent)
    assert "bears on none of these in this model" in silent.text


def test_what_others_did_is_told_with_their_names(case):
    okins, _ = row(shown(case, "lug"), "Implicit sanction").all("td")
    assert "The football conversation (concerns Douglas and Manion)" in okins.text
    assert "counts together" in shown(case, "lug").text
    assert "counts together" not in shown(case, "lug", attribution="individual").text


def test_it_says_once_that_nothing_is_found_and_whose_sorting_it_is(case):
    text = shown(case, "village").text
    assert text.count("Nothing is weighed or found") == 1
    assert text.count("sorting by side is this model's") == 1


def test_two_renderings_are_equal(case):
    for supposed in SUPPOSED:
        first, second = ask(case, **supposed), ask(case, **supposed)
        assert evidence(case, first, "weber", "e", unfolded=True) == evidence(
            case, second, "weber", "e", unfolded=True
        )


def test_hostile_data_are_escaped(case):
    bad = hostile(case)
    assert_only_text(evidence(bad, ask(bad, without=["C39"]), "douglas", "e", unfolded=True))
