"""A scenario posed to a case: which facts stand, on which readings, and for whom they count."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.scenario import scenario
from tests.reasoning.courtroom import compatible

CASE = load_case()
VALUES = [(reading.id, v.id) for reading in CASE.doctrine.readings for v in reading.values]

scenarios = st.builds(
    lambda without, added, readings: compatible(CASE, without, added, dict(readings)),
    st.sets(st.sampled_from(sorted(CASE.facts)), max_size=8),
    st.sets(st.sampled_from(sorted(CASE.hypotheticals)), max_size=3),
    st.lists(st.sampled_from(VALUES), max_size=3),
)


@given(scenarios)
@settings(max_examples=60, deadline=None)
def test_a_fact_stands_just_where_it_is_neither_left_out_nor_set_aside(supposed):
    posed = pose(CASE, supposed)
    assert posed.on == {fact for fact, how in posed.presence.items() if how == "on"}
    assert posed.presence.keys() == CASE.record_on | supposed.added


@given(scenarios)
@settings(max_examples=30, deadline=None)
def test_no_finding_rests_on_a_fact_that_does_not_stand(supposed):
    on = pose(CASE, supposed).on
    for finding in analyze(CASE, supposed).findings:
        assert on.issuperset(finding.facts)


@pytest.mark.parametrize("party", [party.id for party in CASE.defendants])
def test_what_counts_for_one_alone_counts_for_them_together(party):
    posed = pose(CASE, scenario(CASE))
    assert posed.own(party).facts <= posed.whose(party).facts


def test_the_year_is_the_records_own_unless_it_is_moved():
    assert pose(CASE, scenario(CASE)).year == CASE.record.conduct_year
    assert pose(CASE, scenario(CASE, year=1995)).year == 1995
