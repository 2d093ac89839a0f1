"""What followed: violence or threats after the response, each recital of them by itself (430)."""

import pytest

from okin_lib.doctrine.factors import FactorId
from okin_lib.lessons.installed import load_case
from tests.reasoning.courtroom import VILLAGE, ask, held

CASE = load_case()
FOLLOWING = CASE.ascribed[FactorId("harm-followed")].arises.any_of
RECITED = {
    "threatening-note": "423", "note-handwriting": "423", "dispatcher-told-of-threat": "423",
    "stalking-complaint": "423", "raised-hand-alleged": "424",
    "threats-in-court": "425", "escalating-series": "430",
}  # fmt: skip
NO_HARM_TO_HER = {
    "leg-and-doctor": "423-24",  # she had fallen, too
    "rocks-thrown": "424",  # the opinion does not say when
    "attorney-threatened": "426",  # another person
}


@pytest.mark.parametrize("fact", RECITED)
def test_no_recital_of_what_followed_is_found_against(fact):
    assert CASE.facts[fact].page == RECITED[fact]
    left = ask(CASE, without=[key for key in FOLLOWING if key != fact])
    assert {held(left, "increased-danger", each)[0] for each in VILLAGE} == {"triable"}


@pytest.mark.parametrize("fact", NO_HARM_TO_HER)
def test_what_is_no_violence_or_threat_against_her_after_a_response_is_no_harm_that_followed(fact):
    assert CASE.facts[fact].page == NO_HARM_TO_HER[fact]
    left = ask(CASE, without=[key for key in FOLLOWING if key != fact])
    assert {held(left, "increased-danger", each)[0] for each in VILLAGE} == {"no-genuine-issue"}


def test_without_any_of_them_none_followed():
    none = ask(CASE, without=FOLLOWING)
    assert {held(none, "increased-danger", each)[0] for each in VILLAGE} == {"no-genuine-issue"}


def test_a_series_without_a_date_followed_the_first_response_and_perhaps_others():
    """430: an escalating series that followed the response to the first complaint."""
    left = [key for key in FOLLOWING if key != "escalating-series"]
    alone = ask(CASE, without=left, attribution="individual")
    assert held(alone, "increased-danger", "lug")[0] == "open"
    none = ask(CASE, without=FOLLOWING, attribution="individual")
    assert held(none, "increased-danger", "lug")[0] == "no-genuine-issue"
