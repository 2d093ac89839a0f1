"""The football conversation, and what is left without it (T3, T7, H5, H6)."""

import pytest

from okin_lib.reasoning.scenario import preset
from tests.reasoning.courtroom import (
    AFFIRMATIVE,
    FOOTBALL,
    OFFICERS,
    TOWN,
    VILLAGE,
    ask,
    disposition,
    finding,
    held,
)

CONTEMPT = (
    "C40", "D04", "F14", "G12", "K05", "K06", "P02", "P03", "Q04", "F11b", "F11c", "P02b", "Q04b",
)  # fmt: skip


@pytest.mark.parametrize("party", OFFICERS)
def test_explicit_sanction_fails_with_football_or_without(case, party):
    assert held(ask(case), "explicit-sanction", party) == ("no-genuine-issue", "decided")
    off = ask(case, without=[FOOTBALL])
    assert held(off, "explicit-sanction", party) == ("no-genuine-issue", "strong")


@pytest.mark.parametrize("party", VILLAGE)
def test_without_football_the_implicit_theory_is_open(case, party):
    off = ask(case, without=[FOOTBALL])
    implicit = finding(off, "implicit-sanction", party)
    assert (implicit.status, implicit.grade, implicit.lean) == ("open", "open", "plaintiff")
    established = finding(off, "clearly-established", party)
    assert (established.status, established.lean) == ("open", None)
    assert {s.side for s in established.because} >= {"plaintiff", "officers"}
    assert disposition(off, party).motion == "open"


def test_off_the_record_nothing_is_decided_without_a_stated_rule(case):
    for found in ask(case, without=[FOOTBALL]).findings:
        assert found.grade != "decided", found


@pytest.mark.parametrize("party", VILLAGE)
def test_football_alone_is_not_necessary_to_the_admission(case, party):
    """H5: football and contempt off, omissions and the admission kept."""
    left = ask(case, without=[FOOTBALL, *CONTEMPT])
    assert finding(left, "implicit-sanction", party).lean == "plaintiff"
    assert held(left, "clearly-established", party) == ("open", "open")


@pytest.mark.parametrize("party", VILLAGE)
def test_omissions_alone(case, party):
    """H6: every affirmative act off; the two courts part on the second prong."""
    left = ask(case, without=AFFIRMATIVE)
    implicit = finding(left, "implicit-sanction", party)
    assert (implicit.status, implicit.lean) == ("open", None)
    assert held(left, "clearly-established", party) == ("open", "open")
    below = ask(case, without=AFFIRMATIVE, **preset(case, "district-court"))
    assert held(below, "clearly-established", party) == ("no", "strong")
    for analysis in (left, below):
        pages = {s.page for s in finding(analysis, "clearly-established", party).because}
        assert "435" in pages


@pytest.mark.parametrize("party", TOWN)
def test_the_town_officers_stay_out(case, party):
    assert disposition(ask(case, without=[FOOTBALL]), party).motion == "granted"
