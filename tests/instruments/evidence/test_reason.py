"""The evidence on each side: whose facts, on which side, and how each stands."""

import attrs
import pytest

from okin_lib.doctrine.factors import Condition
from okin_lib.instruments.evidence.reason import (
    bearing_on_none,
    counted_together,
    sorted_evidence,
)
from okin_lib.reasoning.posed import pose
from tests.reasoning.courtroom import OFFICERS, VILLAGE, ask, finding

PARTIES = (*OFFICERS, "village", "town")
ATTRIBUTIONS = ("aggregate", "individual", "not-an-element")


def rows(case, party, **supposed):
    found = sorted_evidence(case, ask(case, **supposed), party)
    return {row.finding.element: row for row in found}


def side(case, party, element, key, **supposed):
    items = rows(case, party, **supposed)[element].sides[key]
    return {item.fact: item for item in items}


def test_football_is_on_okins_side_of_implicit_sanction(case):
    item = side(case, "douglas", "implicit-sanction", "plaintiff")["football-talk"]
    assert (item.presence, item.own, item.doubtful, item.counts) == ("on", True, False, True)


def test_football_is_on_no_side_of_explicit_sanction_though_the_court_considered_it(case):
    row = rows(case, "douglas")["explicit-sanction"]
    assert row.sides == {"plaintiff": (), "officers": ()}
    assert row.considered == row.neither == ("football-talk",)


@pytest.mark.parametrize("party", PARTIES)
def test_what_is_a_protective_step_and_nothing_else_helps_no_side(case, party):
    others = (f.arises.facts for key, f in case.factors.items() if key != "protective-step")
    steps = set(case.factors["protective-step"].arises.any_of).difference(*others)
    assert "told-to-stay-away" in steps
    helping = {
        item.fact
        for row in rows(case, party).values()
        for items in row.sides.values()
        for item in items
    }
    assert not steps & helping


@pytest.mark.parametrize("party", PARTIES)
def test_elements_are_those_without_parts_in_the_order_of_the_doctrine(case, party):
    role = case.parties[party].role
    assert list(rows(case, party)) == [
        key for key, e in case.elements.items() if e.parts is None and role in e.applies
    ]


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
@pytest.mark.parametrize("party", PARTIES)
def test_sides_together_are_all_that_bears_and_is_the_partys(case, party, attribution):
    analysis = ask(case, attribution=attribution)
    whose = pose(case, analysis.scenario).whose(party)
    order = list(case.atoms)
    for row in sorted_evidence(case, analysis, party):
        favours = case.elements[row.finding.element].favours
        bearing = {f for factors in favours.values() for key in factors for f in case.feeds[key]}
        expected = bearing & whose.facts & case.record_on
        shown = [[item.fact for item in items] for items in row.sides.values()]
        assert set().union(*shown) == expected
        assert all(facts == sorted(facts, key=order.index) for facts in shown)
        assert set(row.finding.facts) <= expected | set(row.neither)
        assert not expected & set(row.neither)


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_what_counts_is_on_and_in_the_finding(case, attribution):
    analysis = ask(case, without=["C39"], attribution=attribution)
    for party in PARTIES:
        for row in sorted_evidence(case, analysis, party):
            for item in (item for items in row.sides.values() for item in items):
                assert item.counts == (item.fact in row.finding.facts)
                assert item.presence == "on" or not item.counts


def test_left_out_is_not_set_aside(case):
    off = side(case, "douglas", "implicit-sanction", "plaintiff", without=["C39"])
    assert off["football-talk"].presence == "left-out"
    aside = side(case, "douglas", "conveyed-to-wrongdoer", "officers")["spoke-separately"]
    assert (aside.presence, aside.counts) == ("set-aside", False)
    both = side(case, "douglas", "conveyed-to-wrongdoer", "officers", without=["spoke-separately"])
    assert both["spoke-separately"].presence == "left-out"


def test_another_version_sets_others_aside(case):
    okins = side(case, "douglas", "implicit-sanction", "plaintiff", version="officers")
    assert okins["football-talk"].presence == "set-aside"
    theirs = side(case, "douglas", "conveyed-to-wrongdoer", "officers", version="officers")
    assert theirs["spoke-separately"].presence == "on"


def test_a_version_stands_on_its_own_side_and_on_no_other(case):
    versions = {fact.id: fact.version for fact in case.record.facts if fact.version != "any"}
    for party in PARTIES:
        for row in sorted_evidence(case, ask(case), party):
            for which, items in row.sides.items():
                assert all(versions.get(item.fact, which) == which for item in items)


@pytest.mark.parametrize("officer", VILLAGE)
def test_whose_conduct_counts_is_the_readings(case, officer):
    together = side(case, officer, "implicit-sanction", "plaintiff")
    assert "football-talk" in together
    assert together["football-talk"].own == (officer == "douglas")
    alone = rows(case, officer, attribution="individual").values()
    items = [item for row in alone for side in row.sides.values() for item in side]
    assert all(item.own for item in items)


def test_only_where_conduct_is_aggregated_does_that_of_others_count(case):
    found = {p: counted_together(case, ask(case), p) for p in PARTIES}
    assert [party for party, together in found.items() if together] == list(VILLAGE)
    alone = ask(case, attribution="individual")
    assert not any(counted_together(case, alone, party) for party in PARTIES)


def test_what_is_said_of_the_officers_is_in_doubt_for_one_alone(case):
    found = side(case, "douglas", "implicit-sanction", "plaintiff", attribution="individual")
    assert found["football-talk"].doubtful
    assert not found["choking-reported"].doubtful


def test_an_assurance_is_its_speakers_only_and_only_if_supposed(case):
    added = {"added": ["assurance-by-lug"]}
    assert "assurance-by-lug" in side(case, "lug", "explicit-sanction", "plaintiff", **added)
    assert not side(case, "weber", "explicit-sanction", "plaintiff", **added)
    assert not side(case, "lug", "explicit-sanction", "plaintiff")


def test_what_excludes_a_factor_helps_the_other_side(case):
    added = {"added": ["nothing-reached-sears", "officers-off-duty"]}
    aware = side(case, "lug", "conveyed-to-wrongdoer", "officers", **added)
    assert "nothing-reached-sears" in aware
    case = rows(case, "lug", **added)["clearly-established"].sides
    assert "officers-off-duty" in {item.fact for item in case["officers"]}
    assert "officers-off-duty" not in {item.fact for item in case["plaintiff"]}
    assert "first-reported-violence" in {item.fact for item in case["plaintiff"]}


def test_a_factor_within_two_negations_keeps_its_side(case):
    inner = Condition("not", (Condition("factor", factor="competing-obligation"),))
    doctrine = case.doctrine
    double = attrs.evolve(
        next(f for f in doctrine.factors if f.id == "outside-official-duty"),
        arises=attrs.evolve(
            next(f for f in doctrine.factors if f.id == "outside-official-duty").arises,
            holds_when=Condition("not", (inner,)),
        ),
    )
    factors = tuple(double if f.id == double.id else f for f in doctrine.factors)
    other = attrs.evolve(case, doctrine=attrs.evolve(doctrine, factors=factors))
    added = {"added": ["danger-at-every-visit"]}
    found = side(other, "lug", "clearly-established", "officers", **added)
    before = side(case, "lug", "clearly-established", "officers", **added)
    assert found.keys() - before.keys() == {"danger-at-every-visit"}
    assert side(other, "lug", "clearly-established", "plaintiff", **added).keys() == (
        side(case, "lug", "clearly-established", "plaintiff", **added).keys()
    )


@pytest.mark.parametrize("party", PARTIES)
def test_what_bears_on_none_is_the_rest_of_what_concerns_the_party(case, party):
    analysis = ask(case)
    found = sorted_evidence(case, analysis, party)
    rest = bearing_on_none(case, analysis, party, found)
    told = {item.fact for row in found for items in row.sides.values() for item in items}
    told.update(fact for row in found for fact in row.neither)
    assert not told & set(rest)
    named = {fact.id for fact in case.record.facts if party in fact.concerns}
    assert named <= told | set(rest)


def test_what_an_officer_wrote_of_the_marks_bears_on_nothing(case):
    analysis = ask(case)
    found = sorted_evidence(case, analysis, "douglas")
    rest = bearing_on_none(case, analysis, "douglas", found)
    assert {"no-marks-on-neck", "bruises-looked-old"} <= set(rest)


def test_the_finding_is_the_analysis_own(case):
    analysis = ask(case)
    for row in sorted_evidence(case, analysis, "manion"):
        assert row.finding is finding(analysis, row.finding.element, "manion")
