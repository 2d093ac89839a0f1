"""The map's regression tests (8.1) that concern due process and immunity."""

import pytest

from tests.reasoning.courtroom import (
    AFFIRMATIVE,
    OFFICERS,
    TOWN,
    VILLAGE,
    all_but,
    ask,
    disposition,
    finding,
    held,
    statuses,
)


def test_01_full_record(case):
    """The map's section 5, exactly."""
    found = {(d.claim, d.party): (d.motion, d.on_appeal) for d in ask(case).dispositions}
    reversed_, affirmed = ("denied", "reversed"), ("granted", "affirmed")
    untouched = ("not-addressed", "not-addressed")
    assert found == {
        **{("due-process", p): reversed_ for p in VILLAGE},
        **{("due-process", p): affirmed for p in (*TOWN, "town")},
        **{("due-process", p): untouched for p in ("village", "sears")},
        **{("equal-protection", p): affirmed for p in (*OFFICERS, "village", "town")},
        ("equal-protection", "sears"): untouched,
        ("municipal-liability", "village"): reversed_,
        ("municipal-liability", "town"): affirmed,
    }
    assert {d.grade for d in ask(case).dispositions} == {"decided"}


@pytest.mark.parametrize("without", [(), ("C39",), AFFIRMATIVE])
def test_02_explicit_sanction_fails_for_every_defendant(case, without):
    analysis = ask(case, without=without)
    assert {held(analysis, "explicit-sanction", p)[0] for p in OFFICERS} == {"no-genuine-issue"}


def test_03_absence_of_the_wrongdoer_from_two_visits_changes_nothing(case):
    absent = ask(case, added=["sears-absent-from-weber-visits"])
    assert statuses(absent) == statuses(ask(case))
    assert "C32" not in {f.map for f in case.record.facts if "weber" in f.concerns}


def test_04_a_sincere_belief_is_no_defense(case):
    believing = ask(case, added=["sincere-belief-lawful"])
    assert statuses(believing) == statuses(ask(case))
    remark = next(h.remark for h in case.record.hypotheticals if h.id == "sincere-belief-lawful")
    assert remark is not None
    assert remark.page == "433 n.11"


def test_05_breach_of_statute_alone_is_no_violation(case):
    """One failure on a report, the statute, the manual, the training; nothing else."""
    alone = ask(case, without=all_but(case, "I10", "I14", "S01", "S02", "S03", "S04"))
    for party in VILLAGE:
        assert held(alone, "violation", party)[0] == "no-genuine-issue"
        assert held(alone, "immunity", party)[0] == "not-reached"
        assert disposition(alone, party).motion == "granted"


def test_06_penas_own_pattern_is_immune(case):
    pattern = ask(case, added=["harm-was-reckless", "officers-off-duty"])
    for party in VILLAGE:
        assert held(pattern, "clearly-established", party) == ("no", "strong")
        assert held(pattern, "immunity", party) == ("yes", "strong")
        assert disposition(pattern, party).motion == "granted"


def test_07_a_weapon_makes_no_difference(case):
    """Its absence is the record's own state; its presence only strengthens (H13)."""
    armed = ask(case, added=["weapon-handed-to-sears"])
    assert statuses(armed) == statuses(ask(case))


@pytest.mark.parametrize("fact", ["F09", "F10"])
def test_08_the_conflict_in_okins_papers_has_no_effect(case, fact):
    assert statuses(ask(case, without=[fact])) == statuses(ask(case))


def test_09_friendship_and_donations_move_nothing(case):
    friendship = ["A05", "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08"]
    for without in ([fact] for fact in friendship):
        assert statuses(ask(case, without=without)) == statuses(ask(case))
    assert statuses(ask(case, without=friendship)) == statuses(ask(case))


def test_10_douglas_filed_the_one_report(case):
    facts = {fact.map: fact for fact in case.record.facts}
    assert "douglas" in facts["C34"].concerns
    (failures,) = (f.arises.failures for f in case.doctrine.factors if f.id == "repeated-failures")
    unreported = [f for f in facts.values() if f.id in failures and "report" in f.quote]
    assert unreported
    assert not [f for f in unreported if "douglas" in f.concerns]


def test_14_no_verdict_for_the_wrongdoer(case):
    for analysis in (ask(case), ask(case, without=["C39"]), ask(case, attribution="individual")):
        assert disposition(analysis, "sears").motion == "not-addressed"


def test_15_every_leave_one_out_prints_a_grade(case):
    """Off the record a result is an inference, and the model says how firm."""
    for fact in case.record.facts:
        for found in ask(case, without=[fact.id]).findings:
            assert found.grade in ("strong", "open")
            assert (found.status == "open") == (found.grade == "open")


def test_a_failure_to_act_on_a_past_report_is_no_violation(case):
    """H3: the rule is stated (428); of a named officer off the record it is strong."""
    alone = ask(case, without=all_but(case, "I10", "I14"))
    for party in VILLAGE:
        found = finding(alone, "implicit-sanction", party)
        assert (found.status, found.grade) == ("no-genuine-issue", "strong")
        assert found.because[0].page == "428"
        assert disposition(alone, party).grade == "strong"


def test_a_weapon_from_one_of_them_is_not_charged_to_each(case):
    """437: each answers for failures on his own part; it is not said whose act it was."""
    handed = ask(case, without=["sears-told-williams"], added=["weapon-handed-to-sears"])
    assert held(handed, "implicit-sanction", "lug")[0] == "open"
    alone = finding(handed, "implicit-sanction", "williams")
    assert (alone.status, alone.lean) == ("open", None)
    assert disposition(handed, "williams").motion == "open"


def test_affirmative_conduct_of_an_officer_with_no_part_of_his_own_leans_to_no_side(case):
    alone = finding(ask(case, without=["sears-told-williams"]), "affirmative-conduct", "williams")
    assert (alone.status, alone.lean) == ("open", None)


def test_harm_follows_the_admission_that_was_left_unanswered(case):
    """430: Williams made no arrest, and what came after came after that."""
    asked = ask(case, without=["williams-invited-sears"], attribution="individual")
    assert held(asked, "increased-danger", "williams")[0] == "open"
