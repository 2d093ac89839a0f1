"""What reaches the wrongdoer himself, by what is done to his face or put into his hands."""

import pytest

from tests.patterns.test_what_is_not_said import SEEN, found, sides

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


UNAWARE = {**SEEN, "overt-enabling-act": True, "wrongdoer-aware": False}


@pytest.mark.parametrize("whole", [True, False])
def test_the_means_that_were_handed_over_reached_him_though_no_message_did(whole):
    """430: more dangerous than the one in which they found him; 428: created or enhanced."""
    assert found(UNAWARE, "increased-danger", complete=whole).status == "triable"
    for element in ("exposure", "violation"):
        asked = found(UNAWARE, element, complete=whole)
        assert asked.status == "open"
    assert sides(found(UNAWARE, "exposure", complete=whole)) == {"plaintiff", "officers"}
    told_nothing = found(UNAWARE, "implicit-sanction", complete=whole)
    assert told_nothing.status == "no-genuine-issue"
    assert not any("nothing ever reached" in reason.text for reason in told_nothing.because)


@pytest.mark.parametrize("element", ["exposure", "increased-danger", "violation"])
def test_to_hand_over_the_means_is_no_safer_than_to_stand_by(element):
    rank = ["no-genuine-issue", "not-reached", "open", "triable"]
    unseen = {**SEEN, "present-at-assault": True, "wrongdoer-aware": False, "exposure": False}
    handed, stood = found({**UNAWARE, "exposure": False}, element), found(unseen, element)
    assert rank.index(handed.status) >= rank.index(stood.status)
