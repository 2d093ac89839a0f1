"""A scenario as plain data: exact there and back, and all other data refused."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okin_lib.files.scenario_data import BadCode, as_data
from okin_lib.files.scenario_form import from_data
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.scenario import scenario

CASE = load_case()
FACTS = [fact.id for fact in CASE.record.facts]

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(FACTS),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["without", "with", "readings", "year", "pena"]) | st.text(), inner
        )
    ),
    max_leaves=12,
)
often = settings(max_examples=300, deadline=None, derandomize=True)

SOME = scenario(CASE, ["C39", "C09"], ["nothing-reached-sears"], {"pena": "broad"}, 1990)


def test_plain_data_uses_the_names_of_the_command_line():
    assert as_data(SOME) == {
        "without": ["football-talk", "mandatory-arrest-law", "sears-told-williams"],
        "with": ["nothing-reached-sears"],
        "readings": {"pena": "broad"},
        "year": 1990,
    }


@often
@given(plain)
def test_no_other_plain_data_is_taken(data):
    try:
        supposed = from_data(CASE, data)
    except BadCode:
        return
    assert from_data(CASE, as_data(supposed)) == supposed


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (None, "must be fields"),
        ({"wihtout": []}, "did you mean 'without'?"),
        ({"without": "C39"}, "must be a list"),
        ({"without": ["footbal-talk"]}, "did you mean 'football-talk'?"),
        ({"with": ["football-talk"]}, "in the record already"),
        ({"year": True}, "whole number"),
        ({"readings": {"pena": "narow"}}, "did you mean 'narrow'?"),
    ],
)
def test_plain_data_are_refused_with_the_nearest_name(data, says):
    with pytest.raises(BadCode, match=re.escape(says)):
        from_data(CASE, data)
