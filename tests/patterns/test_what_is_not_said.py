"""Patterns that say little of what the officers knew, or that stand between the decided cases."""

import pytest

from okin_lib.lessons.installed import load_case
from okin_lib.patterns.pattern import Pattern, PatternParty
from okin_lib.patterns.pattern_analysis import analyze_pattern

CASE = load_case()
HANDED = {
    "overt-enabling-act": True, "affirmative-interaction": True, "official-duty": True,
    "intentional-violence": True, "harm-followed": True, "known-victim": True,
}  # fmt: skip
"""Hemphill as the opinion tells it (428, 434): of what the officers were told it says nothing."""
TOLD_NOTHING = dict.fromkeys(("told-of-violence", "saw-signs", "known-threat"), False)
SEEN = {
    "told-of-violence": True, "official-duty": True, "intentional-violence": True,
    "known-victim": True, "harm-followed": True, "wrongdoer-aware": True, "training": True,
    "competing-obligation": False, "explicit-assurance": False, "overt-enabling-act": False,
}  # fmt: skip
PATTERN = {
    **SEEN, "friendly-dealing": True, "affirmative-interaction": True, "repeated-failures": True,
}  # fmt: skip


def found(factors, element, role="officer", **more):
    pattern = Pattern(
        "A pattern",
        more.pop("date", 2003),
        "2d Cir.",
        "summary-judgment",
        more.pop("violence", "other"),
        (PatternParty("one", role, factors=dict(factors)),),
        **more,
    )
    (finding,) = [f for f in analyze_pattern(CASE, pattern).findings if f.element == element]
    return finding


def sides(finding):
    return {reason.side for reason in finding.because} - {None}


@pytest.mark.parametrize("whole", [True, False])
def test_handing_over_the_means_is_sanction_though_nothing_is_said_of_awareness(whole):
    """434: in handing over the gun, they implicitly communicated."""
    assert found(HANDED, "implicit-sanction", complete=whole).status == "triable"
    unaware = {**HANDED, "wrongdoer-aware": False}
    assert found(unaware, "implicit-sanction", complete=whole).status == "no-genuine-issue"


@pytest.mark.parametrize("element", ["awareness", "violation", "clearly-established"])
@pytest.mark.parametrize("order", ["violation-first", "established-first"])
def test_whoever_handed_over_the_means_and_was_told_nothing_is_open_for_a_reason_shown(
    element, order
):
    """428 finds an issue for it, and 434 calls knowledge the critical fact."""
    asked = found(HANDED, element, complete=True, readings={"order": order})
    assert asked.status == "open"
    if element != "violation":
        assert sides(asked) == {"plaintiff", "officers"}


@pytest.mark.parametrize("date", [1999, 2003, 2007, 2011])
@pytest.mark.parametrize("pena", ["narrow", "broad"])
def test_on_no_reading_was_it_clear_to_one_who_knew_nothing(date, pena):
    readings = {"pena": pena, "order": "established-first"}
    asked = found({**HANDED, **TOLD_NOTHING}, "clearly-established", date=date, readings=readings)
    assert asked.status != "yes"


def test_to_be_told_of_no_violence_is_not_to_be_unaware_of_a_reckless_danger():
    """431: Pena speaks of an obvious risk, and the factors of what was told speak of violence."""
    keys = {"reckless-harm": True, "intentional-violence": False}
    asked = found({**HANDED, **TOLD_NOTHING, **keys}, "awareness", complete=True)
    assert asked.status == "open"


@pytest.mark.parametrize("element", ["exposure", "increased-danger", "violation"])
def test_standing_by_does_not_fail_for_want_of_a_message(element):
    """428: contributed to the vulnerability, or aided and abetted."""
    unseen = {**SEEN, "present-at-assault": True, "wrongdoer-aware": False, "exposure": False}
    assert found(unseen, element).status == "open"
    assert found(unseen, "implicit-sanction").status == "no-genuine-issue"


def test_no_lean_to_the_plaintiff_where_every_call_was_answered():
    """430: with interview, report and warning most of what is listed there is gone."""
    dealings = {**SEEN, "friendly-dealing": True, "open-contempt": True}
    assert found(dealings, "implicit-sanction").lean == "plaintiff"
    for element in ("implicit-sanction", "affirmative-conduct"):
        answered = found({**dealings, "answered-each-time": True}, element)
        assert (answered.status, answered.lean) == ("open", None)
        assert sides(answered) == {"plaintiff", "officers"}


def test_a_cause_in_the_trainers_themselves_leans_to_no_side():
    """441: the lean is for want of deficient trainers."""
    trained = {"domestic-violence": True, "training": True, "repeated-failures": False}
    for deficient, lean in ((True, None), (False, "officers")):
        factors = {**trained, "trainer-deficiency": deficient, "recall-gaps": True}
        asked = found(factors, "training-caused", "municipality", violence="domestic")
        assert (asked.status, asked.lean) == ("open", lean)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"intentional-violence": False, "reckless-harm": True}, "encouraged reckless violence"),
        ({"official-duty": False}, "in the course of their official duties"),
    ],
)
def test_one_of_penas_two_differences_is_argued_as_what_it_is(changed, words):
    """435-36: the two move together in the panel's account (T17)."""
    asked = found({**PATTERN, **changed}, "clearly-established")
    assert (asked.status, asked.lean) == ("open", None)
    assert sides(asked) == {"plaintiff", "officers"}
    assert any(words in reason.quote for reason in asked.because if reason.side == "officers")


@pytest.mark.parametrize("shown", [True, False, None])
def test_on_what_was_urged_no_comparison_is_asked_for_whatever_is_shown(shown):
    """439: the argument that the court declined."""
    factors = {} if shown is None else {"comparator-evidence": shown}
    urged = {"readings": {"eagleston": "as-urged"}, "violence": "domestic"}
    assert found(factors, "comparator", **urged).status == "not-reached"
