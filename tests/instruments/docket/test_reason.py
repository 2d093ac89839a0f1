"""How law grows under each order of the two prongs."""

import attrs
import pytest

from okin_lib.instruments.docket.data import Docket
from okin_lib.instruments.docket.reason import run, splits

READERS = ("narrow", "broad")
ORDERS = ("violation-first", "established-first")


def ran(case, order, reader="narrow"):
    return {each.id: each for each in run(case, order, reader)}


@pytest.mark.parametrize("reader", READERS)
def test_a_later_plaintiff_wins_under_one_order_and_loses_under_the_other(case, reader):
    first, other = (ran(case, order, reader) for order in ORDERS)
    found = splits(case, reader)
    assert found
    for split in found:
        assert first[split].invented
        assert (first[split].wins, other[split].wins) == ("plaintiff", "officers")


def test_it_is_pena_that_leaves_the_law_or_leaves_none(case):
    first, second = (ran(case, order) for order in ORDERS)
    assert first["pena-v-deprisco"].reached
    assert first["pena-v-deprisco"].law
    assert second["pena-v-deprisco"].reached is False
    assert second["pena-v-deprisco"].law == ""
    assert first["partner"].by == ("pena-v-deprisco",)
    assert (first["partner"].wins, second["partner"].wins) == ("plaintiff", "officers")


@pytest.mark.parametrize("reader", READERS)
def test_the_judgment_for_the_officers_of_a_decided_case_is_the_same(case, reader):
    first, second = (ran(case, order, reader) for order in ORDERS)
    for each in case.study(Docket).decided:
        assert first[each.precedent].wins == second[each.precedent].wins
    assert first["okin-v-village"].wins == "plaintiff"
    assert first["pena-v-deprisco"].wins == "officers"
    assert first["dwares"].wins == first["hemphill"].wins == "not-stated"


@pytest.mark.parametrize("reader", READERS)
def test_violation_first_leaves_law_in_every_case(case, reader):
    assert all(each.reached and each.law for each in run(case, "violation-first", reader))


@pytest.mark.parametrize("reader", READERS)
def test_established_first_leaves_law_only_where_the_right_was_established(case, reader):
    for each in run(case, "established-first", reader):
        assert (each.reached is False) == (each.wins == "officers")
        assert bool(each.law) == (each.reached is True)


def test_where_it_is_open_whether_law_was_left_a_later_case_may_be_open(case):
    second = ran(case, "established-first")
    assert second["patrol"].wins == "open"
    assert second["patrol"].reached is None


def test_who_wins_under_both(case):
    assert {ran(case, order)["neighbor"].wins for order in ORDERS} == {"plaintiff"}


@pytest.mark.parametrize("order", ORDERS)
def test_the_docket_is_in_order_of_decision_and_knows_what_is_invented(case, order):
    found = run(case, order, "narrow")
    assert [each.year for each in found] == sorted(each.year for each in found)
    decided = {each.precedent for each in case.study(Docket).decided}
    assert {each.id for each in found if not each.invented} == decided
    for each in case.study(Docket).invented:
        assert each.text.startswith("Suppose")


def test_the_decided_cases_are_the_precedents_own(case):
    """Their factors stand once, among the precedents."""
    (docketed, *_) = case.study(Docket).decided
    assert [field.name for field in attrs.fields(type(docketed))] == ["precedent", "label"]


def test_each_order_has_its_passages_and_the_village_its_note(case):
    docket = case.study(Docket)
    assert set(docket.orders) == set(ORDERS)
    assert {s.page for s in docket.notes} >= {"429 n.9", "441 n.16"}
