"""What holds in every scenario, on every reading and in every year: burden, consistency, candor.

Each draw is a random scenario with readings and a year.
"""

import re
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.scenario import Contradictory, switched
from okin_lib.reasoning.types import Analysis, Finding, Scenario
from okin_lib.record.types import Support
from tests.examples import examples
from tests.reasoning.courtroom import compatible

CASE = load_case()
FACTS = sorted(CASE.facts)
BEARING = sorted(set(FACTS).intersection(*[frozenset().union(*CASE.feeds.values())]))
SUPPOSED = sorted(CASE.hypotheticals)
READINGS = {key: [value.id for value in each.values] for key, each in CASE.readings.items()}
STANDS = {"no-genuine-issue": 0, "no": 0, "open": 2, "triable": 4, "yes": 4}
LEANS = {"officers": -1, None: 0, "plaintiff": 1}
WORSE = {  # each makes what is supposed worse for the officers
    "assurance-by-douglas", "assurance-by-lug", "assurance-by-weber", "assurance-by-williams",
    "assurance-by-manion", "assurance-by-odell", "weapon-handed-to-sears",
    "stood-by-during-assault",
}  # fmt: skip


@st.composite
def scenarios(draw) -> Scenario:
    off = draw(st.one_of(
        st.lists(st.sampled_from(BEARING), max_size=12, unique=True),
        st.sets(st.sampled_from(FACTS), min_size=40),
    ))  # fmt: skip
    reading = draw(st.sampled_from([None, *sorted(READINGS)]))
    readings = {reading: draw(st.sampled_from(READINGS[reading]))} if reading else {}
    year = draw(st.sampled_from([None, *CASE.years]))
    added = draw(st.lists(st.sampled_from(SUPPOSED), max_size=2, unique=True))
    return compatible(CASE, off, added, readings, year)


DRAWS = 1_000 if examples(1) == 1 else 20_000  # of `make test`, and of `make test-long`
thorough = settings(
    max_examples=DRAWS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)


def good_for_the_plaintiff(found: Finding) -> int | None:
    """How a finding stands on a scale; None where it is not reached or not stated."""
    if found.status not in STANDS:
        return None
    rank = STANDS[found.status]
    return (4 - rank if found.element == "immunity" else rank) + LEANS[found.lean]


def compared(one: Analysis, other: Analysis) -> Iterator[tuple[Finding, Finding, int, int]]:
    for was, now in zip(one.findings, other.findings, strict=True):
        before, after = good_for_the_plaintiff(was), good_for_the_plaintiff(now)
        if before is not None and after is not None:
            yield was, now, before, after


@thorough
@given(scenarios(), st.sampled_from(FACTS))
def test_less_evidence_never_helps_the_party_that_must_show_it(supposed, fact):
    """The plaintiff must show every element but the competing duty, which no fact of the record
    bears on."""
    on = switched(CASE, supposed, fact, True)
    more, less = analyze(CASE, on), analyze(CASE, switched(CASE, on, fact, False))
    for was, now, before, after in compared(more, less):
        assert after <= before, (fact, was.element, was.party, was.authority, now.authority)


@thorough
@given(scenarios(), st.sampled_from(sorted(WORSE)))
def test_nothing_worse_is_safer(supposed, worse):
    try:
        after = switched(CASE, supposed, worse, True)
    except Contradictory:
        return
    before = analyze(CASE, switched(CASE, supposed, worse, False))
    for was, now, then, since in compared(before, analyze(CASE, after)):
        assert since >= then, (worse, was.element, was.party, was.authority, now.authority)


def said(analysis: Analysis) -> Iterator[tuple[Finding, Support]]:
    for found in analysis.findings:
        for reason in (*found.because, *found.leaning):
            yield found, reason


@thorough
@given(scenarios())
def test_what_is_said_of_a_scenario_is_so(supposed):
    analysis = analyze(CASE, supposed)
    no_reason_asserts_what_is_off_or_cites_what_was_not_yet_decided(supposed, analysis)
    off_the_record_a_named_party_is_decided_only_by_a_rule_stated_for_all(supposed, analysis)
    an_open_point_has_an_argument_for_each_side_and_never_one_passage_for_both(analysis)
    a_lean_is_reasoned(analysis)


def no_reason_asserts_what_is_off_or_cites_what_was_not_yet_decided(supposed, analysis):
    posed = pose(CASE, supposed)
    off = [f for key, f in CASE.facts.items() if f.named_by and key not in posed.on]
    later = [p for p in CASE.precedents.values() if p.year >= posed.year]
    for found, reason in said(analysis):
        text = f"{reason.text} {reason.quote}".lower()
        for fact in off:
            assert not any(word.lower() in text for word in fact.named_by), (fact.id, reason)
        for precedent in later if found.kind == "law" else ():
            named = re.search(rf"\b{precedent.short}\b", reason.text)
            assert not named or precedent.id in reason.comments, (precedent.id, reason)


def off_the_record_a_named_party_is_decided_only_by_a_rule_stated_for_all(supposed, analysis):
    if not supposed.alters_record:
        return
    stated = {a.id for e in CASE.elements.values() for a in e.authorities if a.for_all}
    idle = {key for each in CASE.hypotheticals.values() for key in each.no_difference}
    by_rule = {
        (each.claim, each.party)
        for each in analysis.findings
        if each.grade == "decided" and (each.authority in stated or each.element in idle)
    }
    for found in (*analysis.findings, *analysis.dispositions):
        unruled = getattr(found, "motion", "") == "not-addressed"
        if found.grade == "decided" and not unruled:
            assert (found.claim, found.party) in by_rule, found


def an_open_point_has_an_argument_for_each_side_and_never_one_passage_for_both(analysis):
    for found in analysis.findings:
        simple = CASE.elements[found.element].parts is None
        if found.status == "open" and simple and "+" not in found.authority:
            quoted = {
                side: {reason.quote for reason in found.because if reason.side == side}
                for side in ("plaintiff", "officers")
            }
            assert all(quoted.values()), found
            assert not quoted["plaintiff"] & quoted["officers"], found


def a_lean_is_reasoned(analysis):
    for found in analysis.findings:
        if found.lean is not None and CASE.elements[found.element].parts is None:
            assert found.leaning or "+" in found.authority, found
        assert all(reason.side == found.lean for reason in found.leaning), found
        assert not set(found.leaning) & set(found.because), found
