"""What a pattern can say of itself: posture, wholeness, where the rules end, who it was."""

import pytest
from attrs import evolve

from okin_lib.doctrine.patterns import PatternLaw
from okin_lib.lessons.installed import load_case
from okin_lib.patterns.pattern import Either, Pattern, PatternParty
from okin_lib.patterns.pattern_analysis import analyze_pattern
from okin_lib.patterns.unknowns import unknowns

CASE = load_case()
LAW = CASE.study(PatternLaw)
SANCTIONING = {
    "told-of-violence": True, "saw-signs": True, "friendly-dealing": True, "open-contempt": True,
    "repeated-failures": True, "wrongdoer-present": True, "wrongdoer-aware": True,
    "intentional-violence": True, "official-duty": True, "known-victim": True,
    "harm-followed": True, "time-to-deliberate": True, "competing-obligation": False,
    "training": True, "legal-duty": True,
}  # fmt: skip
"""An officer like those who go to trial: everything that the panel relied on."""
WITHOUT_DEALING = {
    k: v for k, v in SANCTIONING.items() if k not in ("friendly-dealing", "open-contempt")
}


def pattern(*parties: PatternParty, **more) -> Pattern:
    return Pattern(
        "A pattern",
        2003,
        "2d Cir.",
        more.pop("posture", "summary-judgment"),
        more.pop("violence", "domestic"),
        parties,
        **more,
    )


def officer(key="reyes", factors=SANCTIONING, **more) -> PatternParty:
    return PatternParty(key, factors=dict(factors), **more)


CITY = PatternParty("city", "municipality")


def statuses(asked: Pattern, party="reyes"):
    return {f.element: f.status for f in analyze_pattern(CASE, asked).findings if f.party == party}


def motions(asked: Pattern):
    return {(d.claim, d.party): d.motion for d in analyze_pattern(CASE, asked).dispositions}


# Posture


UNEQUAL = ("comparator-evidence", "other-women-evidence", "sex-motive")


@pytest.mark.parametrize("posture", LAW.postures)
def test_of_a_claim_that_is_not_spoken_of_in_a_posture_nothing_is_decided(posture):
    asked = pattern(officer(factors=dict.fromkeys(UNEQUAL, False)), CITY, posture=posture)
    found = analyze_pattern(CASE, asked)
    silence = LAW.postures[posture].silent_on
    graded = {
        f.grade for f in (*found.findings, *found.dispositions) if f.claim == "equal-protection"
    }
    spoken = silence is None or "equal-protection" not in silence.claims
    assert ("decided" in graded) == spoken
    assert bool(silence and silence.because[0].text in found.notice) == bool(silence)


def test_a_posture_changes_no_status():
    by_posture = [
        statuses(pattern(officer(), posture=posture)) for posture in (*LAW.postures, "unknown")
    ]
    assert all(found == by_posture[0] for found in by_posture)


def test_what_is_not_spoken_of_and_not_pleaded_is_not_said():
    asked = pattern(officer(), posture="pleading", claims=("due-process",))
    assert analyze_pattern(CASE, asked).notice == ""


# The whole complaint or record


def test_what_a_part_does_not_name_is_unknown_and_what_the_whole_does_not_is_not_shown():
    asked = pattern(officer(factors={"told-of-violence": True}))
    assert statuses(asked)["explicit-sanction"] == "open"
    assert statuses(evolve(asked, complete=True))["explicit-sanction"] == "no-genuine-issue"


def test_a_party_may_be_whole_by_itself_or_in_part():
    part, whole = officer(factors={}), officer("cole", {}, complete=True)
    asked = pattern(part, whole)
    assert statuses(asked)["explicit-sanction"] == "open"
    assert statuses(asked, "cole")["explicit-sanction"] == "no-genuine-issue"
    asked = evolve(asked, complete=True, parties=(evolve(part, complete=False), whole))
    assert statuses(asked)["explicit-sanction"] == "open"


@pytest.mark.parametrize("factor", CASE.factors.values(), ids=lambda factor: factor.id)
def test_in_the_whole_only_what_need_not_be_shown_to_be_absent_is_absent(factor):
    named = {} if factor.id == "told-of-violence" else {"told-of-violence": True}
    asked = pattern(officer(factors=named), complete=True, violence="unknown")
    value = analyze_pattern(CASE, asked).cases["reyes"].values[factor.id]
    if factor.id == CASE.doctrine.domestic:
        assert value is None
    elif factor.absence == "not-shown":
        assert value is named.get(factor.id, False)
    elif factor.arises.holds_when is None:
        assert value is None


def test_in_the_whole_what_is_said_to_be_unknown_is_unknown():
    asked = pattern(officer(factors={"explicit-assurance": None}), complete=True)
    assert statuses(asked)["explicit-sanction"] == "open"


@pytest.mark.parametrize(
    "factor", [f for f in CASE.factors.values() if f.requires], ids=lambda f: f.id
)
def test_in_the_whole_what_a_factor_implies_is_so_though_it_is_not_named(factor):
    asked = pattern(officer(factors={factor.id: True}), complete=True)
    values = analyze_pattern(CASE, asked).cases["reyes"].values
    assert all(values[implied] is True for implied in factor.requires)


def test_a_whole_with_what_the_panel_relied_on_goes_to_trial_as_a_part_does():
    asked = pattern(officer())
    assert statuses(asked)["violation"] == "triable"
    assert statuses(evolve(asked, complete=True)) == statuses(asked) | {
        key: status
        for key, status in statuses(evolve(asked, complete=True)).items()
        if statuses(asked)[key] == "open"
    }


# Where the rules of the opinion end

LIMITS = {
    "custody": {"custody": True},
    "no-wrongdoer": {"wrongdoer": "none", "violence": "other"},
}


@pytest.mark.parametrize("limit", LIMITS)
def test_where_the_rules_end_due_process_is_not_stated_and_the_page_is_given(limit):
    about = {"intentional-violence": None, "told-of-violence": True}
    asked = pattern(officer(factors=about, employer="city"), CITY, **LIMITS[limit])
    found = analyze_pattern(CASE, asked)
    results = {(d.claim, d.party): d.motion for d in found.dispositions}
    assert results["due-process", "reyes"] == "not-stated"
    for each in LAW.limits[limit].because:
        assert f"{each.text} ({each.page})" in found.notice
    by_element = {f.element: f for f in found.findings if f.party == "reyes"}
    assert by_element["violation"].because == LAW.limits[limit].because
    assert {by_element[key].status for key in LAW.limits[limit].elements} <= {"not-stated"}
    assert by_element["comparator"].status == "open"


def test_where_a_violation_is_not_stated_of_any_officer_neither_is_the_predicate():
    asked = pattern(officer(employer="city"), CITY, custody=True)
    assert statuses(asked, "city")["predicate"] == "not-stated"
    assert motions(asked)["municipal-liability", "city"] == "not-stated"


def test_of_one_who_did_not_act_under_color_of_law_nothing_is_stated_and_of_others_it_is():
    private = officer("guard", employer="city", color_of_law=False)
    asked = pattern(officer(employer="city"), private, CITY)
    assert set(statuses(asked, "guard").values()) == {"not-stated"}
    assert motions(asked)["equal-protection", "guard"] == "not-stated"
    assert statuses(asked) == statuses(pattern(officer(employer="city"), CITY))
    assert statuses(asked, "city")["predicate"] == "triable"
    assert "Of guard: " in analyze_pattern(CASE, asked).notice


# One or the other


def test_of_two_facts_one_or_the_other_is_counted_though_neither_is_known():
    asked = pattern(officer(factors={}))
    either = Either(("reyes",), ("explicit-assurance", "overt-enabling-act"))
    told = evolve(asked, either=(either,))
    assert statuses(asked)["affirmative-conduct"] == "open"
    assert statuses(told)["affirmative-conduct"] == "triable"
    assert statuses(told)["explicit-sanction"] == "open"


def test_who_acted_charges_neither_and_the_municipality_with_whoever_it_was():
    either = Either(("reyes", "cole"), ("friendly-dealing",))
    city = evolve(CITY, factors={"repeated-failures": True})
    two = [officer(key, WITHOUT_DEALING, employer="city") for key in either.parties]
    asked = pattern(*two, city)
    told = evolve(asked, either=(either,))
    assert statuses(told) == statuses(asked)
    assert statuses(told)["violation"] == statuses(told, "cole")["violation"] == "open"
    assert statuses(asked, "city")["predicate"] == "open"
    assert statuses(told, "city")["predicate"] == "triable"
    found = analyze_pattern(CASE, told)
    assert found.cases["city"].values["friendly-dealing"] is True
    assert found.cases["reyes"].values["friendly-dealing"] is None


def test_in_the_whole_what_may_be_so_of_either_is_absent_of_neither():
    either = Either(("reyes", "cole"), ("friendly-dealing",))
    two = [officer(key, WITHOUT_DEALING, employer="city") for key in either.parties]
    told = pattern(*two, CITY, complete=True, either=(either,))
    found = analyze_pattern(CASE, told)
    assert found.cases["cole"].values["friendly-dealing"] is None
    assert found.cases["city"].values["friendly-dealing"] is True
    assert found.set_aside == {}


def test_of_officers_of_two_places_neither_municipality_is_charged():
    either = Either(("reyes", "cole"), ("friendly-dealing",))
    two = [officer("reyes", {}, employer="city"), officer("cole", {}, employer="town")]
    town = PatternParty("town", "municipality")
    found = analyze_pattern(CASE, pattern(*two, CITY, town, either=(either,)))
    assert found.cases["city"].values["friendly-dealing"] is None
    assert found.cases["town"].values["friendly-dealing"] is None


# What is pleaded


def test_of_a_claim_that_is_not_pleaded_nothing_is_asked():
    asked = pattern(officer(factors={}, employer="city"), CITY, claims=("due-process",))
    found = analyze_pattern(CASE, asked)
    assert {d.claim for d in found.dispositions} == {"due-process"}
    assert {f.claim for f in found.findings} == {"due-process", "qualified-immunity"}
    for each in unknowns(CASE, found):
        assert {CASE.elements[key].claim for key in each.bears_on} <= {
            "due-process",
            "qualified-immunity",
        }
        assert {turn.claim for turn in each.turns} <= {"due-process"}


def test_with_no_claim_named_all_are_pleaded():
    found = analyze_pattern(CASE, pattern(officer(employer="city"), CITY))
    assert {d.claim for d in found.dispositions} == {
        "due-process",
        "equal-protection",
        "municipal-liability",
    }


def test_an_unknown_names_the_motions_that_it_would_decide_the_municipalitys_among_them():
    never = (
        "explicit-assurance",
        "overt-enabling-act",
        "present-at-assault",
        "exposure",
    )
    known = {**SANCTIONING, **dict.fromkeys(never, False), "harm-followed": None}
    factors = {"repeated-failures": True, "affirmative-interaction": True}
    asked = pattern(officer(factors=known, employer="city"), evolve(CITY, factors=factors))
    (harm,) = [
        u
        for u in unknowns(CASE, analyze_pattern(CASE, asked))
        if (u.party, u.factor) == ("reyes", "harm-followed")
    ]
    turned = {(turn.claim, turn.party, turn.value, turn.motion) for turn in harm.turns}
    assert ("due-process", "reyes", True, "denied") in turned
    assert ("due-process", "reyes", False, "granted") in turned
    assert ("municipal-liability", "city", False, "granted") in turned
