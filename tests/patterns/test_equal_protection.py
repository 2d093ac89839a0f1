"""Equal protection of a victim whom this opinion did not have before it (438-39)."""

from itertools import product

import pytest

from okin_lib.lessons.installed import load_case
from okin_lib.patterns.pattern import Pattern, PatternParty
from okin_lib.patterns.pattern_analysis import analyze_pattern

CASE = load_case()
PROOF = ("comparator-evidence", "other-women-evidence", "sex-motive", "policy-cause")
NONE = dict.fromkeys(PROOF, False)
ALL = dict.fromkeys(PROOF, True)
CLAIM = "equal-protection"


def asked(factors, violence="domestic", posture="summary-judgment", **more):
    party = PatternParty("one", "officer", factors=factors)
    pattern = Pattern("A claim", 2005, "2d Cir.", posture, violence, (party,), **more)
    analysis = analyze_pattern(CASE, pattern)
    (ruled,) = [each for each in analysis.dispositions if each.claim == CLAIM]
    found = {each.element: each for each in analysis.findings if each.claim == CLAIM}
    return ruled, found


def test_eagleston_is_met_and_missed_where_the_violence_is_domestic():
    assert (asked(ALL)[0].motion, asked(ALL)[0].grade) == ("denied", "strong")
    assert (asked(NONE)[0].motion, asked(NONE)[0].grade) == ("granted", "decided")


@pytest.mark.parametrize("shown", list(product([True, False], repeat=len(PROOF))))
@pytest.mark.parametrize("eagleston", ["followed", "as-urged"])
@pytest.mark.parametrize("breach", [True, False])
def test_eagleston_decides_nothing_of_other_violence(shown, eagleston, breach):
    """438: "a standard for equal protection claims in the domestic violence context"."""
    statute = dict.fromkeys(("arrest-mandatory", "arrests-not-made"), breach)
    factors = {**dict(zip(PROOF, shown, strict=True)), **statute, "arrest-excepted": False}
    ruled, found = asked(factors, violence="other", readings={"eagleston": eagleston})
    assert ruled.motion != "denied"
    assert ruled.grade != "decided"
    assert found["comparator"].status in ("open", "no-genuine-issue")
    if not any(shown[:3]):
        assert (ruled.motion, ruled.grade) == ("granted", "strong")
        reasons = found["comparator"].because
        assert {reason.page for reason in reasons} == {"438", "439"}
        assert not [reason for reason in reasons if reason.speaker == "district-court"]


@pytest.mark.parametrize("eagleston", ["followed", "as-urged"])
@pytest.mark.parametrize("shown", list(product([True, False], repeat=len(PROOF))))
def test_no_whole_speaks_of_a_comparison_that_is_not_there(eagleston, shown):
    """439: "She might be able to do this" goes on "if she had compared"."""
    factors = dict(zip(PROOF, shown, strict=True))
    whole = asked(factors, readings={"eagleston": eagleston})[1]["unequal-protection"]
    if not factors["comparator-evidence"]:
        for reason in whole.because:
            assert "able to do this" not in reason.quote
            assert "less protection" not in reason.quote


@pytest.mark.parametrize("violence", ["domestic", "other"])
@pytest.mark.parametrize("whole", [True, False])
def test_a_rule_on_what_must_be_adduced_ends_no_pleading(violence, whole):
    """438: "adduce some evidence"; of what a complaint must allege the opinion says nothing."""
    ruled, found = asked(NONE, violence, "pleading", complete=whole)
    assert ruled.motion == "open"
    for element in ("comparator", "motive"):
        assert {s.side for s in found[element].because} == {"plaintiff", "officers"}
    assert asked(ALL, posture="pleading")[0].motion == "denied"
