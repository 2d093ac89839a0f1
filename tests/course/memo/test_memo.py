"""A memo tells what the record and the model give, exactly, and leaves the analysis empty."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given, settings

from okin_lib.course.memo.assignment import helped
from okin_lib.course.memo.cited import cited
from okin_lib.course.memo.compose import WANTING
from okin_lib.course.memo.data import CAPSTONE, Capstone
from okin_lib.course.memo.document import Blank, Points, Said, Section, every_said, every_section
from okin_lib.page.outcomes import MOTION, ON_APPEAL
from tests.course.memo.briefs import (
    CASE,
    HEADINGS,
    OFFICERS,
    SEATS,
    briefs,
    on,
    section,
    text_of,
    usual,
)
from tests.doctrine.study import refused
from tests.examples import examples

few = settings(max_examples=examples(20), deadline=None)
WHO_WINS = re.compile(r"\b(wins|won|loses|lost|prevails?|guilty)\b")


@few
@given(briefs())
def test_whatever_is_supposed_every_quotation_stands_on_its_page(asked):
    memo = on(CASE, **asked)
    quoted = [said for said in every_said(memo.sections) if said.quote]
    assert quoted
    for said in quoted:
        (page,) = said.pages
        CASE.opinion.verify(said.quote, page)


@few
@given(briefs())
def test_whatever_is_supposed_no_invented_fact_goes_unmarked(asked):
    memo = on(CASE, **asked)
    facts = [said for said in every_said(memo.sections) if not said.quote]  # and no reasons
    for said in facts:
        for invented in CASE.hypotheticals.values():
            if said.text.startswith((invented.label, invented.statement)):
                assert said.mark == "HYPOTHETICAL"
            else:
                unmarked = re.sub("HYPOTHETICAL: " + re.escape(invented.label), "", said.text)
                assert invented.label not in unmarked


def test_an_invented_fact_on_which_a_factor_still_rests_is_marked(case):
    recorded = sorted(case.feeds["protective-step"] & {*case.facts})
    memo = on(case, recorded, ["responded-each-time"])
    resting = [said.text for said in every_said(memo.sections) if "still rests on" in said.text]
    label = case.hypotheticals["responded-each-time"].label
    assert any(f"such as: HYPOTHETICAL: {label}" in text for text in resting)


@few
@given(briefs())
def test_whatever_is_supposed_nothing_says_who_wins(asked):
    text = text_of(on(CASE, **asked))
    assert not WHO_WINS.search(text)
    assert "court would" not in text
    for said in (*MOTION.values(), *ON_APPEAL.values()):
        assert len(said.split()) < 3 or said not in text


@few
@given(briefs())
def test_whatever_is_open_each_side_is_given_as_many_arguments(asked):
    memo = on(CASE, **asked)
    for part in section(memo, "Arguments where the opinion does not decide").sections:
        one, other = (block for block in part.blocks if isinstance(block, Points))
        assert len(one.points) == len(other.points) > 0


def test_its_parts_come_in_the_order_of_a_memo(case):
    assert [each.heading for each in usual(case).sections] == HEADINGS


@pytest.mark.parametrize("side", SEATS)
def test_the_analysis_is_left_empty_under_prompts(case, side):
    for heading in ("Application", "Strongest reply", "Recommendation"):
        blocks = section(usual(case, side), heading).blocks
        assert blocks
        assert all(isinstance(block, Blank) and block.prompt for block in blocks)


@pytest.mark.parametrize("party", OFFICERS)
def test_it_is_on_one_officer_and_on_the_employer(case, party):
    (questions,) = section(usual(case, party=party), "Questions presented").blocks
    first, *_, last = (said.text for said in questions.points)
    assert case.parties[party].name in first
    assert case.parties[case.parties[party].employer].name in last


def test_one_s_own_side_is_heard_first_and_the_other_in_reply(case):
    heard = {
        side: [
            said.text
            for part in section(usual(case, side), HEADINGS[5]).sections
            for said in part.blocks
            if not isinstance(said, Points)
        ]
        for side in SEATS
    }
    assert heard["okin"][:2] == ["For Okin:", "The best reply, for the officers:"]
    assert heard["officers"][:2] == ["For the officers:", "The best reply, for Okin:"]
    assert heard["judge"][:2] == ["For Okin:", "For the officers:"]


def test_the_rule_keeps_apart_whose_words_a_passage_is(case):
    parts = {each.heading: each.blocks[0].points for each in section(usual(case), "Rule").sections}
    assert list(parts) == [
        "What the court held",
        "How the court reasons",
        "Precedent, as the court quotes or restates it",
        "A party's argument, as the court reports it",
        "The district court",
    ]
    assert {said.by for said in parts["What the court held"]} == {"the court · holding"}
    assert {said.by.partition(" · ")[0] for said in parts["The district court"]} == {
        "the district court"
    }


def test_a_change_is_told_with_what_it_was_and_is_how_firmly_where_and_why(case):
    table = section(on(case, ["football-talk"]), "What changes").blocks[0]
    (row,) = (row for row in table.rows if row[0].text == "Implicit sanction: Douglas")
    _, was, now, firmly, why = row
    assert was.text == "triable; found of several together"
    assert now.text == "open, leaning to Okin"
    assert firmly.text == "the opinion does not decide this"
    assert firmly.pages
    assert why.text == case.facts["football-talk"].label


def test_what_is_cited_on_several_pages_counts_for_each_of_them(case):
    assigned = SimpleNamespace(case=case)
    every = ("437 n.15", "430", "431-32")
    apart = [Section("", (Said("a", pages=(pin,)),)) for pin in every]
    together = cited(assigned, [Section("", (Said("a", pages=every),))])
    assert together == cited(assigned, apart)
    assert len(together.blocks) > 1


def test_on_the_record_nothing_changes_and_both_things_asked_for_are_wanting(case):
    memo = on(case, side="okin")
    assert "No finding changes" in section(memo, "What changes").blocks[0].text
    wanting = [said.text for said in memo.lines if said.mark == WANTING]
    assert len(wanting) == 2
    assert "makes no" in wanting[0]
    assert "against the side that is argued, Okin" in wanting[1]


@pytest.mark.parametrize(
    ("side", "supposed", "wanting"),
    [
        ("okin", {"without": ["football-talk", "no-arrest-that-night"]}, 0),
        ("officers", {"without": ["football-talk", "no-arrest-that-night"]}, 1),
        ("officers", {"without": ["football-talk"], "added": ["assurance-by-douglas"]}, 0),
        ("okin", {"added": ["nothing-reached-sears", "officers-untrained"]}, 0),
        ("okin", {"added": ["nothing-reached-sears"]}, 1),
        ("judge", {"without": ["football-talk", "no-arrest-that-night"]}, 0),
        ("okin", {"readings": {"pena": "broad", "order": "established-first"}}, 0),
        ("officers", {"readings": {"pena": "broad", "order": "established-first"}}, 1),
        ("okin", {"year": 1990, "without": ["football-talk"]}, 0),
        ("officers", {"year": 1990}, 2),
    ],
)
def test_it_says_in_a_line_what_the_assignment_still_asks_for(case, side, supposed, wanting):
    marks = [said.mark for said in on(case, **supposed, side=side).lines]
    assert marks.count(WANTING) == wanting


def test_a_fact_helps_the_side_whose_factors_it_gives_rise_to(case):
    assert helped(case, "football-talk") == {"plaintiff"}
    assert helped(case, "nothing-reached-sears") == {"officers"}
    assert helped(case, "sincere-belief-lawful") == set()


def test_a_fact_helps_by_what_a_factor_sums_up_and_the_side_whose_version_it_is(case):
    assert helped(case, "misdemeanor-each-time") == {"officers"}
    assert helped(case, "spoke-separately") == {"officers"}


def test_an_authority_is_listed_with_what_it_is_cited_for_on_the_pages_quoted(case):
    memo = usual(case)
    cases = section(memo, "Table of authorities").blocks[1]
    assert cases.caption == "Cases"
    names = [name.text for name, _, _ in cases.rows]
    assert len(names) == len(set(names))
    for _, cited_for, pages in cases.rows:
        assert cited_for.text
        assert pages.text


def test_the_rubric_is_of_twenty_points(case):
    assert sum(each.points for each in case.study(Capstone).rubric) == 20


def test_a_heading_is_never_given_twice(case):
    headings = [each.heading for each in every_section(usual(case).sections)]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("officer: [due-process,", "officer: [due-proces,", "did you mean 'due-process'?"),
        ("  judge: the judge\n", "", "not said for 'judge'"),
        ("seats: [officers]", "seats: [plaintiff]", "not said for 'officers'"),
        ("that {party} violated", "that {officer} violated", "braces that nothing fills"),
        ("that {party} violated", "that {party violated", "braces that nothing fills"),
        ("page: \"428\"", "page: \"429\"", "428"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(CAPSTONE, case, tmp_path, old, new)
