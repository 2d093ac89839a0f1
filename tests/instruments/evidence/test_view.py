"""Evidence on two sides, and parties side by side, as HTML equal to what was found."""

import attrs
import pytest

from okin_lib.instruments.comparison.reason import compared
from okin_lib.instruments.comparison.view import comparison
from okin_lib.instruments.evidence.reason import sorted_evidence
from okin_lib.instruments.evidence.view import evidence
from okin_lib.page.fact_list import SHOWN
from tests.page.markup import ids, read, unlabelled
from tests.reasoning.courtroom import OFFICERS, ask

PARTIES = (*OFFICERS, "village", "town")
HOSTILE = """"><script>alert('x')</script><img src=x onerror="alert(1)">&amp;"""
SUPPOSED = (
    {},
    {"without": ["C39", "E10"], "attribution": "individual"},
    {"added": ["nothing-reached-sears", "assurance-by-lug"], "year": 1990},
)


def shown(case, party, **supposed):
    return read(evidence(case, ask(case, **supposed), party, "e"))


def beside(case, one, other, **supposed):
    html = comparison(case, (ask(case), one), (ask(case, **supposed), other), "c")
    return read(html)


def rows(root):
    return {
        r.all("th", scope="row")[0].text: r for r in root.all("tr") if r.all("th", scope="row")
    }


def row(root, name):
    (found,) = (r for head, r in rows(root).items() if head.startswith(name))
    return found


def facts(node):
    return [s.text for s in node.all("span") if "label" in (s.attrs.get("class") or "").split()]


@pytest.mark.parametrize("supposed", SUPPOSED)
@pytest.mark.parametrize("party", PARTIES)
def test_tables_keep_their_meaning_even_as_blocks(case, party, supposed):
    root = read(
        evidence(case, ask(case, **supposed), party, "e")
        + comparison(case, (ask(case), "douglas"), (ask(case, **supposed), party), "c")
    )
    assert len(ids(root)) == len(set(ids(root)))
    assert not unlabelled(root)
    assert "court would" not in root.text.lower()
    for table in root.all("table"):
        assert table.all("caption")[0].text
        assert table.attrs["role"] == "table"
        columns = table.all("th", scope="col", role="columnheader")
        for each in table.all("tr", role="row"):
            assert len(each.all("th")) + len(each.all("td", role="cell")) == len(columns)
        assert all(
            head.attrs["role"] == ("columnheader" if head.attrs["scope"] == "col" else "rowheader")
            for head in table.all("th")
        )
        assert len(table.all("tr")) == len(table.all("tr", role="row"))


@pytest.mark.parametrize("supposed", SUPPOSED)
@pytest.mark.parametrize("party", ["lug", "manion", "village"])
def test_the_table_holds_what_was_found(case, party, supposed):
    analysis = ask(case, **supposed)
    labels = {atom.id: atom.label for atom in (*case.record.facts, *case.record.hypotheticals)}
    elements = {element.id: element.label for element in case.doctrine.elements}
    root = read(evidence(case, analysis, party, "e"))
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
    okins, theirs = row(shown(case, "douglas", without=["C39"]), "Implicit sanction").all("td")
    assert "The football conversation (left out)" in okins.text
    assert "Douglas's talk with Sears alone (set aside on the motion)" in theirs.text


def test_the_advice_to_stay_away_is_the_officers(case):
    _, officers = row(shown(case, "williams"), "Repeated failures").all("td")
    assert "Williams's advice to Sears to stay away" in facts(officers)


def test_what_others_did_is_told_with_their_names(case):
    okins, _ = row(shown(case, "lug"), "Implicit sanction").all("td")
    assert "The football conversation (concerns Douglas and Manion)" in okins.text
    assert "counts together" in shown(case, "lug").text
    assert "counts together" not in shown(case, "lug", attribution="individual").text


def test_it_says_once_that_nothing_is_found_and_whose_sorting_it_is(case):
    text = shown(case, "village").text
    assert text.count("Nothing is weighed or found") == 1
    assert text.count("sorting by side is this model's") == 1


def test_only_the_claims_asked_for(case):
    root = read(evidence(case, ask(case), "douglas", "e", ("due-process",)))
    assert len(root.all("table")) == 1
    assert "Due process" in root.all("caption")[0].text


def test_a_finding_differs_in_words(case):
    root = beside(case, "douglas", "manion")
    left, right, verdict = row(root, "Implicit sanction").all("td")
    assert "triable" in left.text
    assert "together" in left.text
    assert "not stated" in right.text
    assert verdict.text == "≠ differs"
    assert row(root, "Explicit sanction").all("td")[2].text == "= same"
    assert "13 of 18 findings differ; in 11 of these, the court did not say" in root.text


def test_the_pair_has_its_passages_and_adopts_none(case):
    root = beside(case, "manion", "douglas")
    assert "Result decided; reason not given beyond one sentence." in root.text
    assert "the court adopted none" in root.text
    assert "437: the court; holding" in root.text
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
    assert "0 of 18 findings differ." in root.text


def test_two_renderings_are_equal(case):
    for supposed in SUPPOSED:
        first, second = ask(case, **supposed), ask(case, **supposed)
        assert evidence(case, first, "weber", "e") == evidence(case, second, "weber", "e")
        assert comparison(case, (first, "lug"), (second, "odell"), "c") == comparison(
            case, (second, "lug"), (first, "odell"), "c"
        )


def test_hostile_data_are_escaped(case):
    parties = tuple(attrs.evolve(party, name=HOSTILE) for party in case.record.parties)
    told = tuple(
        attrs.evolve(f, label=HOSTILE, source=attrs.evolve(f.source, who=HOSTILE))
        for f in case.record.facts
    )
    hostile = attrs.evolve(case, record=attrs.evolve(case.record, parties=parties, facts=told))
    analysis, altered = ask(hostile), ask(hostile, without=["C39"])
    for region in (
        evidence(hostile, altered, "douglas", "e"),
        comparison(hostile, (analysis, "douglas"), (altered, "manion"), "c"),
    ):
        assert "<script" not in region
        assert "<img" not in region
        assert HOSTILE in read(region).text
