"""What was told, and to whom: each telling of the violence keeps awareness alive (432)."""

import pytest

from okin_lib.lessons.installed import load_case
from tests.reasoning.courtroom import VILLAGE, ask, held

CASE = load_case()
KNOWING = frozenset().union(
    *(
        CASE.ascribed[key].arises.any_of
        for key in ("told-of-violence", "saw-signs", "known-threat")
    )
)
TELLINGS = {
    "choking-reported": "420", "asked-to-stop-beating": "420", "beating-foretold": "421",
    "that-very-day": "421", "beating-recorded": "421", "new-year-beating-report": "421",
    "stabbing-call-response": "422", "motel-assault-recorded": "422", "told-lug-of-blows": "423",
    "told-weber-of-threats": "424",
}  # fmt: skip


@pytest.mark.parametrize("fact", TELLINGS)
def test_no_telling_is_no_telling(fact):
    assert CASE.facts[fact].page == TELLINGS[fact]
    left = ask(CASE, without=KNOWING - {fact})
    assert {held(left, "awareness", each)[0] for each in VILLAGE} == {"triable"}


def test_to_be_asked_to_stop_a_beating_is_to_be_told_of_intentional_violence():
    """420: "Can you please tell Roy to stop beating me."."""
    meant = CASE.ascribed["intentional-violence"].arises.any_of
    assert "asked-to-stop-beating" in meant


def test_told_nothing_and_shown_nothing_none_of_them_is_aware():
    none = ask(CASE, without=KNOWING)
    assert {held(none, "awareness", each)[0] for each in VILLAGE} == {"no-genuine-issue"}


def test_what_is_announced_to_no_one_who_is_named_is_presence_and_no_contact():
    """421: "Sears announced"; to whom is not said."""
    said = "sears-announced-medication"
    assert said in CASE.ascribed["wrongdoer-present"].arises.any_of
    assert said not in CASE.ascribed["contact-with-wrongdoer"].arises.any_of
