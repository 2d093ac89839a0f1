"""What reaches the wrongdoer himself, by what is done to his face or put into his hands."""

import pytest

from tests.patterns.test_what_is_not_said import SEEN, found

DEALINGS = ("friendly-dealing", "unanswered-admission")
TOLD = {key: value for key, value in SEEN.items() if key != "wrongdoer-aware"}


@pytest.mark.parametrize("dealing", DEALINGS)
@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("element", ["implicit-sanction", "conveyed-to-wrongdoer", "violation"])
def test_the_other_party_to_a_dealing_need_not_be_told_of_it(dealing, whole, element):
    """430: repeatedly communicated to Sears, as when he told Williams."""
    dealt = {**TOLD, dealing: True, "affirmative-interaction": True, "repeated-failures": True}
    assert found(dealt, element, complete=whole, violence="domestic").status == "triable"


@pytest.mark.parametrize("dealing", DEALINGS)
def test_whoever_is_shown_to_be_unaware_was_told_nothing_by_it(dealing):
    dealt = {**TOLD, dealing: True, "repeated-failures": True, "wrongdoer-aware": False}
    assert found(dealt, "implicit-sanction").status == "no-genuine-issue"


@pytest.mark.parametrize("dealing", DEALINGS)
def test_one_dealing_alone_is_still_open(dealing):
    """434: a pattern of behavior."""
    dealt = {**TOLD, dealing: True, "repeated-failures": False}
    assert found(dealt, "violation", complete=True).status == "open"


def test_presence_is_no_dealing():
    """430: once Sears was aware; to be there, or asked about it, does not show that."""
    there = {**TOLD, "wrongdoer-present": True, "affirmative-interaction": True}
    asked = found({**there, "repeated-failures": True}, "violation", complete=True)
    assert asked.status == "open"
