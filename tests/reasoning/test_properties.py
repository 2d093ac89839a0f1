"""Properties that hold in every scenario."""

import os
import subprocess
import sys

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okin_lib.doctrine.dependence import asserted
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.difference import difference
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.settled import settled
from okin_lib.record.checks import walk
from okin_lib.record.types import Support
from tests.examples import examples
from tests.reasoning.courtroom import OFFICERS, VILLAGE, ask, compatible, disposition, finding

CASE = load_case()
FACTS = [fact.id for fact in CASE.record.facts]
BEARING = sorted(
    {
        fact
        for factor in CASE.doctrine.factors
        for fact in (*factor.arises.any_of, *factor.arises.relied, *factor.arises.also)
        if fact in set(FACTS)
    }
)
SWITCHED = sorted({*BEARING, *asserted(CASE)})
SUPPOSED = [hypothetical.id for hypothetical in CASE.record.hypotheticals]
READINGS = {r.id: st.sampled_from([v.id for v in r.values]) for r in CASE.doctrine.readings}

scenarios = st.builds(
    lambda *given: compatible(CASE, *given),
    st.lists(st.sampled_from(BEARING), max_size=25, unique=True),
    st.lists(st.sampled_from(SUPPOSED), max_size=3, unique=True),
    st.fixed_dictionaries({}, optional=READINGS),
    st.one_of(st.none(), st.integers(1985, 2015)),
)
ON_RECORD = scenario(CASE)
OFF_RECORD = scenario(CASE, without=BEARING[::5])
thorough = settings(
    max_examples=examples(60),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)


@thorough
@given(scenarios)
def test_total_and_well_formed(supposed):
    analysis = analyze(CASE, supposed)
    asked = [
        p.role for e in CASE.doctrine.elements for p in CASE.record.parties if p.role in e.applies
    ]
    assert len(analysis.findings) == len(asked)
    for found in analysis.findings:
        assert (found.status == "open") == (found.grade == "open"), found
        assert found.because, found
        assert not set(found.facts) & supposed.without
        legal = {"yes", "no"} if found.kind == "law" else {"triable", "no-genuine-issue"}
        assert found.status in legal | {"open", "not-reached", "not-stated"}


@thorough
@given(scenarios)
def test_deterministic(supposed):
    assert analyze(CASE, supposed) == analyze(CASE, supposed)


def test_what_was_analyzed_before_changes_nothing():
    every = [each for base in (ON_RECORD, OFF_RECORD) for each in one_move_away(base)]
    settled.cache_clear()
    after_all = [analyze(CASE, each) for each in [*every, *every]][len(every) :]
    for each, found in zip(every, after_all, strict=True):
        settled.cache_clear()
        assert analyze(CASE, each) == found, each


def one_move_away(base):
    """Yield the scenarios that a switch of a fact, a reading or the year makes of another."""
    yield base
    yield from (evolve(base, without=base.without ^ {fact}) for fact in SWITCHED)
    yield from (compatible(CASE, base.without, [each], {}, base.year) for each in SUPPOSED)
    yield from (evolve(base, year=year) for year in (1990, 1996, 1999, 2004, 2010))
    for reading in CASE.doctrine.readings:
        for value in reading.values[1:]:
            yield evolve(base, readings=((reading.id, value.id),))


def test_what_is_settled_depends_on_every_fact_that_any_reason_asserts():
    reasons = (part for part in walk(CASE.doctrine) if isinstance(part, Support))
    assert asserted(CASE) == {fact for each in reasons for fact in each.supposes}


@thorough
@given(scenarios, st.sets(st.sampled_from([*CASE.claims])))
def test_of_some_claims_it_says_what_it_says_of_them_among_all(supposed, claims):
    every, some = analyze(CASE, supposed), analyze(CASE, supposed, claims)
    assert some.findings == tuple(each for each in every.findings if each.claim in claims)
    assert some.dispositions == tuple(each for each in every.dispositions if each.claim in claims)


@thorough
@given(scenarios, scenarios)
def test_a_difference_is_exactly_what_differs(one, other):
    before, after = analyze(CASE, one), analyze(CASE, other)
    found = difference(CASE, before, after)
    changed = {(c.after.element, c.after.party) for c in found.changes}
    assert changed == {
        (was.element, was.party)
        for was, now in zip(before.findings, after.findings, strict=True)
        if (was.status, was.lean) != (now.status, now.lean)
    }


@thorough
@given(
    st.lists(st.sampled_from(BEARING), max_size=20, unique=True),
    st.sampled_from(BEARING),
    st.sampled_from(VILLAGE),
)
def test_officers_facts_aside_less_evidence_never_helps_the_plaintiff(without, one, party):
    """Monotone: leaving out a fact that only ever feeds factors for the plaintiff never
    turns a granted motion into a denied one."""
    officers_facts = {
        fact
        for factor in CASE.doctrine.factors
        if factor.id in ("protective-step", "answered-each-time")
        for fact in (*factor.arises.any_of, *factor.arises.relied)
    }
    if one in officers_facts:
        return
    fewer = ask(CASE, without={*without, one})
    more = ask(CASE, without=set(without) - {one})
    order = {"granted": 0, "open": 1, "denied": 2}
    assert order[disposition(fewer, party).motion] <= order[disposition(more, party).motion]


@thorough
@given(st.lists(st.sampled_from(SUPPOSED[:6]), max_size=6, unique=True))
def test_an_assurance_reaches_no_one_but_its_speaker(assurances):
    speakers = {a.rpartition("-")[2] for a in assurances}
    analysis = ask(CASE, added=assurances)
    for party in OFFICERS:
        triable = finding(analysis, "explicit-sanction", party).status == "triable"
        assert triable == (party in speakers)


def test_the_same_in_every_process():
    program = (
        "import json; from okin_lib.lessons.installed import load_case;"
        "from okin_lib.reasoning.analysis import analyze;"
        "from okin_lib.files.as_json import as_data;"
        "from okin_lib.reasoning.scenario import scenario;"
        "case = load_case();"
        "print(json.dumps(as_data(case, analyze(case, scenario(case, without=['C39'])))))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2009")
    }
    assert len(printed) == 1
