"""Equal protection and municipal liability."""

import pytest

from okin_lib.reasoning.scenario import preset
from tests.reasoning.courtroom import (
    AFFIRMATIVE,
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
ANSWERED = "responded-each-time"
EXCEPTION = ("misdemeanor-each-time", "no-arrest-asked-each-time")


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


def test_on_what_okin_urged_no_comparison_is_asked_for(case):
    urged = ask(case, eagleston="as-urged")
    found = finding(urged, "comparator", "weber")
    assert found.status == "not-reached"
    assert found.because[0].speaker == "argument"
    assert held(urged, "motive", "weber") == ("triable", "strong")


@pytest.mark.parametrize("changed", [{"without": ["S04"]}, {"added": EXCEPTION}, {"year": 1990}])
def test_departures_from_the_statute_need_the_statute(case, changed):
    urged = ask(case, eagleston="as-urged", **changed)
    assert held(urged, "motive", "weber")[0] == "no-genuine-issue"


@pytest.mark.parametrize(
    ("added", "comparator", "motive"),
    [
        (["comparator-reports"], "triable", "open"),
        (["other-women-reports"], "open", "open"),
        (["sex-motive-shown"], "open", "triable"),
        (["sex-motive-shown", "policy-caused-injury"], "open", "triable"),
    ],
)
def test_each_route_that_the_court_names_is_alone_at_most_open(case, added, comparator, motive):
    """439: other women, comparable violence, and "at the very least" motive; 438: "must"."""
    for party in DEFENDANTS:
        analysis = ask(case, added=added)
        assert held(analysis, "comparator", party)[0] == comparator
        assert held(analysis, "motive", party)[0] == motive
        assert disposition(analysis, party, "equal-protection").motion == "open"


def test_breach_alone_is_decided_for_all(case):
    """H20: 439."""
    acts = (*AFFIRMATIVE, "C41", "C44", "C45", "F15")
    found = disposition(ask(case, without=acts), "weber", "equal-protection")
    assert (found.motion, found.grade) == ("granted", "decided")


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


NOT_ESTABLISHED = [
    {"pena": "broad"},
    {"added": ["harm-was-reckless", "officers-off-duty"]},
    {"year": 1990},
]
DESPITE_IMMUNITY = ("custom-despite-immunity", "training-despite-immunity")


@pytest.mark.parametrize("changed", NOT_ESTABLISHED)
def test_12_where_the_right_is_not_established_the_village_is_not_decided(case, changed):
    """H23: n.16."""
    analysis = ask(case, **changed)
    assert {held(analysis, "clearly-established", p)[0] for p in VILLAGE} == {"no"}
    assert held(analysis, "officers-notice", "village")[0] == "no"
    for element in DESPITE_IMMUNITY:
        found = finding(analysis, element, "village")
        assert (found.status, found.lean) == ("open", None)
        assert {s.page for s in found.because} == {"441 n.16"}
    assert disposition(analysis, "village", "municipal-liability").motion == "open"


@pytest.mark.parametrize("changed", NOT_ESTABLISHED)
def test_young_bars_a_failure_to_train_and_leaves_custom_open(case, changed):
    """T21: n.16 quotes Young of "a claim for failure to train"."""
    read = ask(case, **changed, **{"municipal-immunity": "young"})
    assert held(read, "training-despite-immunity", "village") == ("no", "strong")
    assert held(read, "custom-despite-immunity", "village") == ("open", "open")
    assert disposition(read, "village", "municipal-liability").motion == "open"


def test_notice_is_decided_for_the_villages_officers_and_not_stated_for_the_towns(case):
    """434, 437 and n.16; of the Town's officers 437 gives another ground."""
    assert held(ask(case), "officers-notice", "village") == ("yes", "decided")
    assert held(ask(case), "officers-notice", "town")[0] == "not-stated"
    pages = {s.page for s in finding(ask(case), "officers-notice", "village").because}
    assert pages == {"434", "437", "441 n.16"}


@pytest.mark.parametrize("added", ["nothing-reached-sears", "danger-at-every-visit"])
def test_where_no_officers_notice_is_reached_the_villages_is_not(case, added):
    off = ask(case, added=[added])
    assert {held(off, "clearly-established", p)[0] for p in VILLAGE} == {"not-reached"}
    for element in ("officers-notice", *DESPITE_IMMUNITY):
        assert held(off, element, "village")[0] == "not-reached"


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


def test_proof_that_there_was_no_training_strengthens_the_failure_to_train(case):
    """H17."""
    off = ask(case, added=["officers-untrained", "no-legal-duty"])
    for element in ("specific-deficiency", "training-caused", "training"):
        assert held(off, element, "village") == ("triable", "strong")


TRAINERS = ("S06", "S07")
RECALL = ("S05",)
GAP = ("G05",)


@pytest.mark.parametrize(
    ("without", "status", "lean"),
    [
        ((), "triable", None),
        (("S01",), "triable", None),
        (GAP, "triable", None),
        (TRAINERS, "open", "officers"),
        ((*TRAINERS, "S01"), "open", "officers"),
        ((*TRAINERS, *GAP), "open", "officers"),
        ((*TRAINERS, *RECALL), "open", "officers"),
        ((*TRAINERS, *RECALL, *GAP), "no-genuine-issue", None),
        ((*TRAINERS, *RECALL, *GAP, "S01"), "no-genuine-issue", None),
    ],
)
def test_a_deficiency_takes_evidence_and_one_gap_is_never_enough(case, without, status, lean):
    """440; Terwilliger's testimony (423) opens the question."""
    found = finding(ask(case, without=without), "specific-deficiency", "village")
    assert (found.status, found.lean) == (status, lean)


def test_an_empty_record_has_no_deficiency(case):
    nothing = ask(case, without=all_but(case))
    assert held(nothing, "specific-deficiency", "village") == ("no-genuine-issue", "strong")
    assert held(nothing, "training-caused", "village")[0] == "not-reached"
    assert held(nothing, "training", "village")[0] == "no-genuine-issue"


ANOTHER_KIND = [
    ("harm-was-reckless",),
    ("officers-off-duty",),
    ("harm-was-reckless", "officers-off-duty"),
]
OF_THE_CALLS = (
    "custom", "certain-to-confront", "difficult-or-mishandled", "frequent-deprivation",
    "specific-deficiency", "training-caused",
)  # fmt: skip


@pytest.mark.parametrize("added", ANOTHER_KIND)
@pytest.mark.parametrize("more", [(), ("officers-untrained",)])
def test_a_wrong_of_another_kind_is_none_that_the_pattern_and_the_training_were_of(
    case, added, more
):
    """440: "recurrently concerned complaints of domestic violence", "closely related to the
    ultimate injury"."""
    analysis = ask(case, added=(*added, *more), year=2008)
    for element in (*OF_THE_CALLS, "training"):
        assert held(analysis, element, "village") == ("open", "open"), element
    assert disposition(analysis, "village", "municipal-liability").motion == "open"


@pytest.mark.parametrize(
    ("added", "without", "status"),
    [
        ((), (), "triable"),
        ((ANSWERED,), (), "open"),
        ((ANSWERED, EXCEPTION[0]), (), "open"),
        ((ANSWERED, EXCEPTION[1]), (), "open"),
        ((ANSWERED, *EXCEPTION), (), "no-genuine-issue"),
        ((ANSWERED,), ("S04",), "no-genuine-issue"),
        (EXCEPTION, (), "open"),
        ((EXCEPTION[0],), (), "triable"),
        ((EXCEPTION[1],), (), "triable"),
        (("no-legal-duty",), (), "open"),
        ((), ("S04",), "open"),
        ((), ("S08",), "open"),
    ],
)
def test_a_custom_rests_on_the_calls_the_contacts_and_the_arrest_law(case, added, without, status):
    """440, and the exception of n.13 that takes both of its halves (H18)."""
    assert held(ask(case, without=without, added=added), "custom", "village")[0] == status


def test_a_custom_of_before_the_arrest_law_is_open(case):
    """436 n.13: "first adopted in 1994"."""
    before = finding(ask(case, year=1990), "custom", "village")
    assert before.status == "open"
    assert not [s for s in before.because if "arrest statute" in s.quote]


def test_not_to_press_charges_is_not_to_ask_for_no_arrest(case):
    """T10, T11: no factor draws on what she is said to have wished."""
    said = {"C16", "C30", "C36b", "G02", "I12", "K03"}
    ids = {fact.id for fact in case.record.facts if fact.map in said}
    assert not ids & {fact for factor in case.doctrine.factors for fact in factor.arises.facts}


def test_the_officers_version_shows_her_wishes_beside_what_was_said_of_it(case):
    """n.13; 420-22, 424; 427, in the district court's words."""
    own = ask(case, version="officers")
    assert not [f for f in own.findings if f.lean == "plaintiff"]
    for element in ("implicit-sanction", "disregard"):
        found = finding(own, element, "weber").because
        assert {s.speaker for s in found if s.page == "427"} == {"district-court"}
        assert {s.side for s in found if s.page in ("420", "421", "424")} == {"officers"}
        assert not {"420", "421", "424", "427"} & {
            s.page for s in finding(ask(case), element, "weber").because
        }


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
    assert found.motion == {"young": "open", "tenenbaum": "denied"}[reading]


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
