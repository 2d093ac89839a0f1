"""Fact patterns: nothing known, everything known, and every way in between."""

import re
from itertools import combinations, product

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from okin_lib.doctrine.contradiction import contradictions, with_implied
from okin_lib.lessons.installed import load_case
from okin_lib.patterns.pattern import Pattern, PatternParty
from okin_lib.patterns.pattern_analysis import analyze_pattern
from okin_lib.patterns.unknowns import unknowns
from tests.examples import examples

CASE = load_case()
LAW = CASE
VOCABULARY = tuple(
    re.findall(
        r"[a-z-]+",
        """
told-of-violence saw-signs explicit-assurance overt-enabling-act friendly-dealing open-contempt
unanswered-admission wrongdoer-present wrongdoer-aware contact-with-wrongdoer repeated-failures
single-response purely-passive protective-step official-duty intentional-violence reckless-harm
known-victim known-threat harm-followed time-to-deliberate
competing-obligation training legal-duty supervisory-involvement trainer-deficiency recall-gaps
comparator-evidence sex-motive policy-cause affirmative-interaction sanction-conveyed
no-explicit-statement present-at-assault knew knew-nothing exposure endangering
encouragement implicit-and-unwarned
arrest-mandatory arrests-not-made arrest-excepted statute-departed-from other-women-evidence
many-contacts several-officers training-gap
""",
    )
)
DERIVED = {factor.id for factor in CASE.doctrine.factors if factor.arises.holds_when}
UNDECIDED = {key for key, factor in LAW.factors.items() if factor.arises.undecided}
SIMPLE = sorted(LAW.factors.keys() - DERIVED - UNDECIDED - {CASE.doctrine.domestic})
BURDEN = {"competing-obligation", "training", "legal-duty", "time-to-deliberate"}
"""Factors that some rule asks to be shown, so that unknown is not the same as undetermined."""
ORDER = {"no-genuine-issue": 0, "no": 0, "open": 1, "triable": 2, "yes": 2}


def pattern(factors, role="officer", year=2002, readings=None, court="2d Cir."):
    party = PatternParty("someone", role, factors=factors)
    return Pattern(
        "A pattern", year, court, "summary-judgment", "unknown", (party,), readings=readings or {}
    )


def findings(factors, **given):
    analysis = analyze_pattern(CASE, pattern(factors, **given))
    return {found.element: found for found in analysis.findings}


def statuses(factors, **given):
    return {key: found.status for key, found in findings(factors, **given).items()}


def test_the_vocabulary_is_the_doctrines():
    optional = {factor.id for factor in CASE.doctrine.factors if factor.optional}
    beyond = {"outside-official-duty", CASE.doctrine.domestic} | optional | UNDECIDED
    assert LAW.factors.keys() - beyond == set(VOCABULARY)


@pytest.mark.parametrize("role", ["officer", "municipality"])
@pytest.mark.parametrize("year", [1994, 2002, 2008, 2020])
def test_where_nothing_is_known_everything_is_open(role, year):
    analysis = analyze_pattern(CASE, pattern({}, role, year))
    statuses = {found.element: found.status for found in analysis.findings}
    assert statuses.pop("no-competing-obligation", "triable") == "triable"  # to be shown (432)
    assert set(statuses.values()) == {"open"}
    assert {found.motion for found in analysis.dispositions} == {"open"}


def test_unknown_and_not_named_are_one():
    assert findings(dict.fromkeys(VOCABULARY)) == findings({})


@pytest.mark.long
@pytest.mark.parametrize("role", ["officer", "municipality"])
def test_every_pair_of_factors_is_analyzed(role):
    for pair in combinations(VOCABULARY, 2):
        analysis = analyze_pattern(CASE, pattern(dict.fromkeys(pair, True), role))
        assert analysis.findings


def test_what_the_rest_contradicts_is_set_aside_and_named():
    given = {"explicit-assurance": True, "no-explicit-statement": True}
    analysis = analyze_pattern(CASE, pattern(given))
    assert analysis.set_aside == {"someone": ("no-explicit-statement",)}
    kept = {found.element: found.status for found in analysis.findings}
    assert kept == statuses({"explicit-assurance": True})


def test_what_is_stated_of_a_sum_narrows_its_parts():
    found = findings({"purely-passive": True, "sanction-conveyed": False})
    known = dict(found["implicit-sanction"].factors)
    assert known["friendly-dealing"] is False
    assert known["explicit-assurance"] is False
    assert found["implicit-sanction"].status == "no-genuine-issue"


def test_a_court_that_the_precedents_do_not_bind():
    found = findings(dict.fromkeys(VOCABULARY), court="8th Cir.")
    assert found["clearly-established"].status == "not-stated"


def test_a_pattern_like_the_record_is_triable_and_its_law_established():
    plaintiffs = {
        "told-of-violence", "saw-signs", "friendly-dealing", "open-contempt",
        "unanswered-admission", "wrongdoer-present", "wrongdoer-aware", "contact-with-wrongdoer",
        "repeated-failures", "official-duty", "intentional-violence", "known-victim",
        "known-threat", "harm-followed", "time-to-deliberate", "training", "legal-duty",
        "affirmative-interaction",
    }  # fmt: skip
    known = {key: key in plaintiffs for key in VOCABULARY if key not in DERIVED}
    party = PatternParty("someone", factors=known)
    found = {
        each.element: each
        for each in analyze_pattern(
            CASE, evolve(pattern({}), parties=(party,), violence="domestic")
        ).findings
    }
    assert (found["violation"].status, found["violation"].grade) == ("triable", "strong")
    assert found["clearly-established"].status == "yes"
    assert found["immunity"].status == "no"


readings = st.fixed_dictionaries(
    {},
    optional={
        key: st.sampled_from([value.id for value in reading.values])
        for key, reading in LAW.readings.items()
    },
)
values = st.sampled_from([True, False, None])
situations = st.fixed_dictionaries(dict.fromkeys(SIMPLE, values))
years = st.sampled_from([1990, 1995, 2002, 2007, 2012])


@given(situations, readings, years, st.data())
@settings(max_examples=examples(150), deadline=None)
def test_what_favours_a_side_on_an_element_never_moves_it_against_that_side(
    factors, chosen, year, data
):
    element = LAW.elements[data.draw(st.sampled_from(sorted(LAW.elements)))]
    sides = [(s, f) for s, each in element.favours.items() for f in each if f in SIMPLE]
    if not sides or element.authorities == ():
        return
    side, factor = data.draw(st.sampled_from(sides))
    role = element.applies[0]
    less, more = (
        statuses(factors | {factor: value}, role=role, readings=chosen, year=year)[element.id]
        for value in (False, True)
    )
    if less in ORDER and more in ORDER:
        better = ORDER[more] >= ORDER[less] if side == "plaintiff" else ORDER[more] <= ORDER[less]
        assert better, (element.id, factor, less, more)


def consistent(factors):
    """The factors without what others before them rule out by definition."""
    known = {}
    for key, value in factors.items():
        if value is not None and key not in with_implied(CASE.doctrine.implied, known):
            known[key] = value
    return factors | with_implied(CASE.doctrine.implied, known)


in_usual_order = readings.map(lambda chosen: {k: v for k, v in chosen.items() if k != "order"})
"""With the prongs in the other order an element can wait on one that an unknown divides."""


@given(
    situations,
    in_usual_order,
    years,
    st.lists(st.sampled_from(sorted({*SIMPLE} - BURDEN)), max_size=5, unique=True),
)
@settings(max_examples=examples(40), deadline=None)
def test_it_equals_the_enumeration_of_every_way_the_unknowns_can_fall(
    factors, chosen, year, unknown
):
    known = consistent({key: bool(value) for key, value in factors.items()})
    known |= dict.fromkeys(unknown)
    found = statuses(known, readings=chosen, year=year)
    falling = (
        known | dict(zip(unknown, world, strict=True))
        for world in product([True, False], repeat=len(unknown))
    )
    worlds = [
        statuses(world, readings=chosen, year=year)
        for world in falling
        if not list(contradictions(CASE.doctrine.factors, world))
    ]
    assume(worlds)
    for element, status in found.items():
        ways = {world[element] for world in worlds}
        if len(ways) == 1:
            assert status in ways, element
        elif not LAW.elements[element].gates:
            assert status == "open", (element, ways)


@given(situations)
@settings(max_examples=examples(25), deadline=None)
def test_the_unknowns_that_are_said_to_settle_an_element_do(factors):
    factors = consistent(factors)
    asked = pattern(factors)
    for each in unknowns(CASE, analyze_pattern(CASE, asked))[:3]:
        for settled in each.settles[:3]:
            after = statuses(factors | {each.factor: settled.value})
            assert after[settled.element] == settled.status
