"""Over random scenarios: claims agree, and less evidence never helps who must prove."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.factors import situation
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.scenario import Contradictory, scenario
from tests.examples import examples
from tests.reasoning.courtroom import TOWN, VILLAGE
from tests.reasoning.test_properties import BEARING, CASE, FACTS, READINGS, SUPPOSED

EMPLOYED = {"village": VILLAGE, "town": TOWN}
CLAIMS = ("equal-protection", "municipal-liability")
HERE = [element for element in CASE.doctrine.elements if element.claim in CLAIMS]
STANDING = {"no-genuine-issue": 0, "no": 0, "triable": 4, "yes": 4}
LEANING = {"officers": 1, None: 2, "plaintiff": 3}


def _together(added):
    try:
        scenario(CASE, added=added)
    except Contradictory:
        return False
    return True


scenarios = st.tuples(
    st.one_of(
        st.lists(st.sampled_from(BEARING), max_size=25, unique=True),
        st.lists(st.sampled_from(FACTS), min_size=100, max_size=180, unique=True),
    ),
    st.lists(st.sampled_from(SUPPOSED), max_size=3, unique=True).filter(_together),
    st.fixed_dictionaries({}, optional=READINGS),
    st.one_of(st.none(), st.integers(1985, 2015)),
)
thorough = settings(max_examples=examples(60), deadline=None, derandomize=True)


def found(without, added, readings, year):
    analysis = analyze(CASE, scenario(CASE, without, added, readings, year))
    motions = {(each.claim, each.party): each for each in analysis.dispositions}
    return {(each.element, each.party): each for each in analysis.findings}, motions


@thorough
@given(scenarios)
def test_no_officer_goes_to_trial_while_their_municipality_is_out_for_want_of_a_claim(supposed):
    findings, motions = found(*supposed)
    for municipality, officers in EMPLOYED.items():
        predicate = findings["predicate", municipality].status
        if any(motions["due-process", each].motion == "denied" for each in officers):
            assert predicate == "triable"
            assert findings["officers-notice", municipality].status == "yes"
        if predicate in ("triable", "no-genuine-issue"):
            theirs = {findings["violation", each].status for each in officers}
            assert ("triable" in theirs) is (predicate == "triable"), theirs
        if motions["municipal-liability", municipality].motion == "denied":
            assert predicate == "triable"


@thorough
@given(scenarios, st.sampled_from(BEARING))
def test_less_evidence_never_helps_who_must_prove_it(supposed, one):
    without, *rest = supposed
    more, before = found(set(without) - {one}, *rest)
    fewer, after = found({*without, one}, *rest)
    for key, now in fewer.items():
        if now.claim in CLAIMS and None not in (_rank(now), _rank(more[key])):
            assert _rank(now) <= _rank(more[key]), (key, more[key], now)
    order = {"granted": 0, "open": 1, "denied": 2}
    for key in before:
        if key[0] in CLAIMS and before[key].motion in order:
            assert order[after[key].motion] <= order[before[key].motion], key


def _rank(finding):
    return LEANING[finding.lean] if finding.status == "open" else STANDING.get(finding.status)


@thorough
@given(scenarios)
def test_the_two_sides_of_an_open_point_rest_on_different_words(supposed):
    findings, _ = found(*supposed)
    wholes = {element.id for element in HERE if element.parts is not None}
    for each in findings.values():
        if each.status == "open" and each.claim in CLAIMS and each.element not in wholes:
            ours, theirs = (
                [s.quote for s in each.because if s.side == side]
                for side in ("plaintiff", "officers")
            )
            assert ours, each
            assert not [(a, b) for a in ours for b in theirs if a in b or b in a], each


COUNTED = ("repeated-failures", "many-contacts", "several-officers", "supervisory-involvement")


@thorough
@given(scenarios)
def test_a_custom_goes_to_trial_only_with_each_part_that_the_court_counted(supposed):
    """440: contacts, officers, ranks, and a pattern of which the arrest statute is a part."""
    posed = pose(CASE, scenario(CASE, *supposed))
    custom = found(*supposed)[0]["custom", "village"]
    theirs = situation(posed, "village")
    departed = theirs.value("statute-departed-from")
    if custom.status == "triable":
        assert all(theirs.value(part) for part in COUNTED)
        assert departed is not False
    if departed is False:
        assert not [s for s in custom.because if "to implement" in s.quote]


@thorough
@given(scenarios)
def test_the_officers_version_leans_to_no_plaintiff(supposed):
    without, _, readings, year = supposed
    findings, _ = found(without, [], {**readings, "version": "officers"}, year)
    assert not [each for each in findings.values() if each.lean == "plaintiff"]


def test_no_reason_says_of_every_case_what_the_court_found_of_the_record():
    present = re.compile(
        r"\bcourts?( has no trouble|( \w+)? (finds?|infers?|concludes?|counts))\b"
    )
    for element in HERE:
        reasons = [s for authority in element.authorities for s in authority.because]
        reasons += [s for each in element.composed.values() for s in each]
        reasons += [s for gate in element.gates for s in gate.because]
        for reason in reasons:
            assert not present.search(reason.text), reason.text
