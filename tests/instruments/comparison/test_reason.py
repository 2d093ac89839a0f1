"""Two parties or two scenarios side by side: rows, facts and what is said of the pair."""

from itertools import combinations

import pytest

from okin_lib.instruments.comparison.reason import compared
from tests.reasoning.courtroom import OFFICERS, ask, finding

PARTIES = (*OFFICERS, "village", "town")


def beside(case, one, other, **supposed):
    return compared(case, (ask(case), one), (ask(case, **supposed), other))


def of(facts):
    return [each.fact for each in facts]


def test_douglas_and_manion_differ_on_implicit_sanction_as_the_analysis_says(case):
    found = beside(case, "douglas", "manion")
    (match,) = (m for m in found.matches if m.left.element == "implicit-sanction")
    assert match.left == finding(ask(case), "implicit-sanction", "douglas")
    assert match.right == finding(ask(case), "implicit-sanction", "manion")
    assert (match.left.status, match.right.status) == ("triable", "not-stated")
    assert not match.same
    same = [match.left.element for match in found.matches if match.same]
    assert "explicit-sanction" in same


@pytest.mark.parametrize(("one", "other"), [*combinations(PARTIES, 2)])
def test_rows_are_the_elements_asked_of_both(case, one, other):
    roles = {case.parties[one].role, case.parties[other].role}
    found = beside(case, one, other)
    assert [match.left.element for match in found.matches] == [
        key for key, element in case.elements.items() if roles <= set(element.applies)
    ]
    for match in found.matches:
        assert (match.left.party, match.right.party) == (one, other)
        assert match.left.element == match.right.element


@pytest.mark.parametrize(("one", "other"), [*combinations(OFFICERS, 2)])
def test_the_lists_are_disjoint_and_complete(case, one, other):
    found = beside(case, one, other)
    lists = [of(found.shared), of(found.only_left), of(found.only_right)]
    concerned = [{one, other} & set(fact.concerns) for fact in case.record.facts]
    assert sum(map(len, lists)) == len(set().union(*lists)) == sum(map(bool, concerned))
    for fact, whose in zip(case.record.facts, concerned, strict=True):
        assert (fact.id in lists[0]) == (whose == {one, other})
        assert (fact.id in lists[1]) == (whose == {one})
        assert (fact.id in lists[2]) == (whose == {other})
    assert found.common == sum(not fact.concerns for fact in case.record.facts)


def test_a_municipality_shares_what_concerns_its_officer(case):
    found = beside(case, "manion", "town")
    assert found.only_left == ()
    assert "order-shown-manion" in of(found.shared)
    assert "told-town-chief" in of(found.only_right)


def test_what_is_said_of_the_officers_is_flagged(case):
    found = beside(case, "douglas", "manion")
    assert [each.fact for each in found.shared if each.collective] == [
        "football-talk", "derogatory-to-okin",
    ]  # fmt: skip


def test_one_party_in_one_scenario_is_the_same_throughout(case):
    found = beside(case, "weber", "weber")
    assert all(match.same for match in found.matches)
    assert (found.only_left, found.only_right, found.differing) == ((), (), ())
    assert (found.readings, found.years, found.pair) == ((), None, None)
    assert "weber-laughed" in of(found.shared)


def test_what_is_supposed_is_told_with_what_it_is_on_the_record(case):
    found = beside(
        case,
        "douglas",
        "douglas",
        without=["C39"],
        added=["assurance-by-douglas"],
        year=1990,
        attribution="individual",
    )
    differing = {each.fact: (each.left, each.right) for each in found.differing}
    assert differing["football-talk"] == ("on", "left-out")
    assert differing["assurance-by-douglas"] == (None, "on")
    (reading,) = found.readings
    assert (reading.reading, reading.left, reading.right) == (
        "attribution", "aggregate", "individual",
    )  # fmt: skip
    assert found.years == (2001, 1990)
    assert "assurance-by-douglas" in of(found.shared)


def test_another_version_shows_in_the_facts(case):
    found = beside(case, "douglas", "douglas", version="officers")
    differing = {each.fact: (each.left, each.right) for each in found.differing}
    assert differing["football-talk"] == ("on", "set-aside")
    assert differing["spoke-separately"] == ("set-aside", "on")


def test_a_pair_is_found_in_either_order(case):
    found = beside(case, "douglas", "manion").pair
    assert found is not None
    assert beside(case, "manion", "douglas").pair == found
    assert found.label == "Result decided; reason not given beyond one sentence."
    assert beside(case, "lug", "weber").pair is None


def test_no_distinction_of_a_pair_claims_to_be_the_courts(case):
    for one, other in (("douglas", "manion"), ("williams", "odell")):
        pair = beside(case, one, other).pair
        told = (*pair.shared, *pair.distinctions, *pair.despite)
        assert {support.weight for support in told} == {"background"}
        assert "holding" in {support.weight for support in pair.given}
