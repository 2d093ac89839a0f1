"""Factors that cannot both be so, by their definitions, are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okin_lib.doctrine.contradiction import contradictions
from okin_lib.lessons.installed import load_case

FACTORS = load_case().doctrine.factors
PAIRS = {
    ("arrest-mandatory", "legal-duty", False),
    ("intentional-violence", "reckless-harm", True),
    ("single-response", "repeated-failures", True),
    ("answered-each-time", "repeated-failures", True),
    ("answered-each-time", "contact-with-wrongdoer", False),
    ("friendly-dealing", "affirmative-interaction", False),
    ("friendly-dealing", "contact-with-wrongdoer", False),
    ("explicit-assurance", "wrongdoer-present", False),
    ("explicit-assurance", "wrongdoer-aware", False),
    ("overt-enabling-act", "wrongdoer-present", False),
    ("present-at-assault", "wrongdoer-present", False),
    ("exposure", "affirmative-interaction", False),
    ("explicit-assurance", "affirmative-interaction", False),
    ("explicit-assurance", "contact-with-wrongdoer", False),
    ("overt-enabling-act", "affirmative-interaction", False),
    ("unanswered-admission", "contact-with-wrongdoer", False),
    ("unanswered-admission", "told-of-violence", False),
}


def test_these_are_all_of_them():
    told = {
        (f.id, other, value)
        for f in FACTORS
        for value, others in ((True, f.excludes), (False, f.requires))
        for other in others
    }
    assert told == PAIRS


@pytest.mark.parametrize(("factor", "other", "value"), sorted(PAIRS))
def test_a_pair_that_cannot_be_so_is_named_and_undone_by_changing_either(factor, other, value):
    def found(first, second):
        return [str(each) for each in contradictions(FACTORS, {factor: first, other: second})]

    (said,) = found(True, value)
    assert said.startswith(f"'{factor}' is true and '{other}' is {str(value).lower()}")
    assert found(True, None) == found(None, value) == found(False, value) == []
    assert found(True, not value) == []


@given(st.dictionaries(st.sampled_from([factor.id for factor in FACTORS]), st.none()))
def test_what_is_unknown_contradicts_nothing(values):
    assert not list(contradictions(FACTORS, values))
