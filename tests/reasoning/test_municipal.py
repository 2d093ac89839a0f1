"""Equal protection and municipal liability."""

import pytest

from okin_lib.reasoning.scenario import preset
from tests.reasoning.courtroom import (
    OFFICERS,
    VILLAGE,
    all_but,
    ask,
    disposition,
    finding,
    held,
    statuses,
)

PROOF = ("comparator-reports", "sex-motive-shown", "policy-caused-injury")
DEFENDANTS = (*OFFICERS, "village", "town")


@pytest.mark.parametrize("party", DEFENDANTS)
def test_comparison_motive_and_cause_together_are_triable(case, party):
    """H19: strong with all three; open with the comparison and motive alone."""
    proved = disposition(ask(case, added=PROOF), party, "equal-protection")
    assert (proved.motion, proved.grade) == ("denied", "strong")
    without_cause = ask(case, added=PROOF[:2])
    assert disposition(without_cause, party, "equal-protection").motion == "open"


def test_breach_of_the_statute_alone_is_no_denial_of_equal_protection(case):
    """H20 and regression test 5."""
    alone = ask(case, without=all_but(case, "I10", "I14", "S02", "S03", "S04"))
    for party in VILLAGE:
        assert held(alone, "comparator", party)[0] == "no-genuine-issue"
        assert disposition(alone, party, "equal-protection").motion == "granted"


def test_the_court_declined_what_okin_urged(case):
    urged = ask(case, eagleston="as-urged")
    support = finding(urged, "comparator", "weber").because[0]
    assert support.speaker == "argument"


def test_11_without_the_trainers_the_training_is_open_and_the_custom_stands(case):
    """H21."""
    off = ask(case, without=["S06", "S07"])
    training = finding(off, "training", "village")
    assert (training.status, training.lean) == ("open", "officers")
    assert held(off, "custom", "village") == ("triable", "strong")
    assert disposition(off, "village", "municipal-liability").motion == "denied"


DISMISSIVE = (
    "D04", "F11b", "F11c", "F14", "G12", "K05", "K06", "P02", "P02b", "P03", "Q04", "Q04b",
)  # fmt: skip


@pytest.mark.parametrize("without", [("S06",), ("C09",), DISMISSIVE])
def test_training_rests_on_trainers_admission_and_dismissiveness_alike(case, without):
    off = ask(case, without=without)
    assert held(off, "training", "village") == ("open", "open")
    assert held(off, "custom", "village")[0] == "triable"


@pytest.mark.parametrize(
    "changed",
    [{"pena": "broad"}, {"added": ["harm-was-reckless", "officers-off-duty"]}, {"year": 1990}],
)
def test_12_where_the_right_is_not_established_the_village_is_not_decided(case, changed):
    """H23: n.16."""
    analysis = ask(case, **changed)
    assert {held(analysis, "clearly-established", p)[0] for p in VILLAGE} == {"no"}
    found = finding(analysis, "immunity-no-bar", "village")
    assert found.status == "open"
    assert {s.page for s in found.because} == {"441 n.16"}
    assert disposition(analysis, "village", "municipal-liability").motion == "open"


def test_13_the_town_is_out(case):
    found = disposition(ask(case), "town", "municipal-liability")
    assert (found.motion, found.on_appeal) == ("granted", "affirmed")
    assert "inferred" in finding(ask(case), "predicate", "town").because[0].text


def test_without_a_violation_by_its_officers_the_village_is_out(case):
    """H22."""
    off = ask(case, added=["nothing-reached-sears"])
    assert held(off, "predicate", "village") == ("no-genuine-issue", "strong")
    found = disposition(off, "village", "municipal-liability")
    assert (found.motion, found.grade) == ("granted", "strong")


def test_with_no_training_at_all_the_failure_to_train_strengthens(case):
    """H17."""
    off = ask(case, without=["S01", "S02", "S03", "S04"])
    assert held(off, "specific-deficiency", "village") == ("triable", "strong")


@pytest.mark.parametrize("without", [(), ("C39",)])
def test_the_district_court_grants_for_both_municipalities_on_its_own_ground(case, without):
    below = ask(case, without=without, **preset(case, "district-court"))
    for party in ("village", "town"):
        assert disposition(below, party, "municipal-liability").motion == "granted"
        assert held(below, "predicate", party)[0] == "no-genuine-issue"
        assert finding(below, "predicate", party).because[0].page == "441"
    for party in DEFENDANTS:
        assert disposition(below, party, "equal-protection").motion == "granted"


def test_nonparty_officers_count_for_the_village_alone(case):
    """T28."""
    without = [
        f.id for f in case.record.facts if {"terwilliger", "hofmann", "nye"} & set(f.concerns)
    ]
    changed = {
        key for key, value in statuses(ask(case, without=without)).items()
        if value != statuses(ask(case))[key]
    }  # fmt: skip
    assert not {party for _, party in changed if party in OFFICERS}


@pytest.mark.parametrize("reading", ["young", "tenenbaum"])
def test_n16_can_be_read_either_way(case, reading):
    read = {"pena": "broad", "municipal-immunity": reading}
    found = disposition(ask(case, **read), "village", "municipal-liability")
    assert found.motion == {"young": "granted", "tenenbaum": "denied"}[reading]


def test_versions_and_doubts_leave_the_record(case):
    for read in (
        {"version": "officers"},
        {"version": "undisputed"},
        {"admission": "chain-tested"},
    ):
        analysis = ask(case, **read)
        for party in VILLAGE:
            assert disposition(analysis, party).grade != "decided"
            assert disposition(analysis, party).motion == "open"


def test_an_abuser_already_sure_of_impunity_opens_the_danger(case):
    """T15."""
    sure = ask(case, baseline="already-certain")
    for party in VILLAGE:
        assert held(sure, "increased-danger", party) == ("open", "open")
        assert disposition(sure, party).motion == "open"
