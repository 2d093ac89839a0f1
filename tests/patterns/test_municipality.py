"""A municipality of which this opinion held nothing (439-41)."""

import pytest

from okin_lib.lessons.installed import load_case
from okin_lib.patterns.pattern import Pattern, PatternParty
from okin_lib.patterns.pattern_analysis import analyze_pattern

CASE = load_case()
SANCTION = {
    "told-of-violence": True, "known-victim": True, "official-duty": True, "harm-followed": True,
    "intentional-violence": True, "time-to-deliberate": True, "competing-obligation": False,
    "friendly-dealing": True, "unanswered-admission": True, "repeated-failures": True,
    "wrongdoer-aware": True, "training": True, "legal-duty": True,
}  # fmt: skip
"""An officer's conduct that goes to trial: dealings, an admission and failures, known to him."""
COUNTED = {
    "custom": [
        "many-contacts", "several-officers", "supervisory-involvement", "repeated-failures",
        "arrest-mandatory", "arrests-not-made",
    ],
    "frequent-deprivation": ["repeated-failures"],
    "specific-deficiency": [
        "trainer-deficiency", "dismissive-trainer", "unanswered-admission", "recall-gaps",
        "repeated-failures",
    ],
    "training-caused": ["trainer-deficiency", "recall-gaps", "repeated-failures"],
}  # fmt: skip
"""All that the court went by on each (440-41)."""
EVERYTHING = {**SANCTION, **{key: True for keys in COUNTED.values() for key in keys}}


def analysis(town, violence="domestic", date=2012, posture="summary-judgment", officer=SANCTION):
    parties = (
        PatternParty("officer", "officer", employer="town", factors=officer),
        PatternParty("town", "municipality", factors=town),
    )
    return analyze_pattern(CASE, Pattern("A town", date, "2d Cir.", posture, violence, parties))


def found(element, town, **more):
    every = analysis(town, **more).findings
    (finding,) = [each for each in every if (each.element, each.party) == (element, "town")]
    return finding


def motion(town, claim="municipal-liability", party="town", **more):
    every = analysis(town, **more).dispositions
    (ruled,) = [each for each in every if (each.claim, each.party) == (claim, party)]
    return ruled.motion, ruled.grade


def test_with_all_that_the_court_counted_a_municipality_goes_to_trial():
    for element in COUNTED:
        assert found(element, EVERYTHING).status == "triable", element
    assert motion(EVERYTHING) == ("denied", "strong")


@pytest.mark.parametrize(
    ("element", "part"), [(key, part) for key, parts in COUNTED.items() for part in parts]
)
@pytest.mark.parametrize("value", [None, False])
def test_with_less_than_it_counted_nothing_is_triable(element, part, value):
    less = {key: held for key, held in EVERYTHING.items() if key != part}
    if value is not None:
        less[part] = value
    assert found(element, less).status != "triable"


def test_a_custom_needs_no_training_and_no_trainers():
    """441: two theories, and one is enough."""
    alone = {key: EVERYTHING[key] for key in (*SANCTION, *COUNTED["custom"])}
    assert found("training", alone).status == "open"
    assert motion(alone) == ("denied", "strong")


@pytest.mark.parametrize("changed", [{"official-duty": False}, {"reckless-harm": True}])
@pytest.mark.parametrize("training", [True, False])
def test_a_wrong_of_another_kind_is_open(changed, training):
    town = {**EVERYTHING, **changed, "training": training}
    if "reckless-harm" in changed:
        town["intentional-violence"] = False
    for element in COUNTED:
        assert found(element, town).status == "open", element


@pytest.mark.parametrize("training", [True, False])
def test_violence_that_was_not_domestic_leaves_every_part_open(training):
    """440: domestic violence is what the pattern, and the training, were of."""
    for element in (*COUNTED, "certain-to-confront", "difficult-or-mishandled"):
        asked = found(element, {**EVERYTHING, "training": training}, violence="other")
        assert asked.status == "open", element
        assert {reason.side for reason in asked.because} == {"plaintiff", "officers"}


def test_to_be_untrained_in_domestic_violence_is_no_sure_deficiency_in_other_cases():
    """432 speaks of ignorance of the seriousness of domestic violence."""
    untrained = {
        **SANCTION, "training": False, "trainer-deficiency": False, "recall-gaps": False,
        "training-gap": False,
    }  # fmt: skip
    assert found("specific-deficiency", untrained).status == "triable"
    other = found("specific-deficiency", untrained, violence="other")
    assert other.status == "open"
    assert "432" not in {reason.page for reason in other.because}


def test_no_complaint_fails_for_want_of_the_evidence_of_a_deficiency():
    """440: "must offer evidence"; of what a complaint must allege the opinion says nothing."""
    none = {
        **SANCTION, "trainer-deficiency": False, "recall-gaps": False, "training-gap": False,
    }  # fmt: skip
    assert found("specific-deficiency", none).status == "no-genuine-issue"
    pleaded = found("specific-deficiency", none, posture="pleading")
    assert pleaded.status == "open"
    assert {reason.side for reason in pleaded.because} == {"plaintiff", "officers"}
