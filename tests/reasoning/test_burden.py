"""What holds in every scenario, on every reading and in every year: burden, consistency, candor.

Each draw is a random scenario with readings and a year.
"""

from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import Contradictory, scenario, switched
from okin_lib.reasoning.types import Analysis, Finding, Scenario
from tests.examples import examples

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
    found = scenario(CASE, off, (), readings, year)
    for added in draw(st.lists(st.sampled_from(SUPPOSED), max_size=2, unique=True)):
        try:
            found = switched(CASE, found, added, True)
        except Contradictory:
            pass
    return found


thorough = settings(
    max_examples=examples(1000),
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
