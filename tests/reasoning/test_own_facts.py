"""A learner's own fact is reasoned from as any hypothetical is; a case refuses what is none."""

from string import punctuation

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okin_lib.doctrine.own_case import MOST, bare, with_own
from okin_lib.doctrine.own_facts import LONGEST, MARK, OwnFact, Unfit, within_reach
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import Contradictory, scenario, shared, switched
from okin_lib.reasoning.types import Scenario
from tests.examples import examples
from tests.reasoning.test_burden import BEARING, CASE, compared, scenarios

FACTORS, OFFICERS = sorted(within_reach(CASE)), [party.id for party in CASE.officers]
SAID = "He was told so"


def said_anew(supposed) -> OwnFact:
    """An installed hypothetical as a learner would say it."""
    rules = {key: factor.arises for key, factor in CASE.ascribed.items()}
    return OwnFact(
        supposed.label,
        supposed.concerns,
        tuple(k for k, rule in rules.items() if supposed.id in (*rule.any_of, *rule.follows)),
        tuple(k for k, rule in rules.items() if supposed.id in rule.defeated_by),
    )


ANEW = [
    (each, own)
    for each in CASE.record.hypotheticals
    if not each.collective and ((own := said_anew(each)).gives or own.defeats)
]


def stand(found):
    return [(each.element, each.party, each.status, each.lean) for each in found.findings]


@pytest.mark.parametrize("off", [(), ("football-talk",)])
@pytest.mark.parametrize(("supposed", "own"), ANEW, ids=[each.id for each, _ in ANEW])
def test_what_the_case_supposes_comes_to_the_same_in_words_of_ones_own(supposed, own, off):
    case = with_own(CASE, (own,))
    its = analyze(CASE, scenario(CASE, off, [supposed.id]))
    ours = analyze(case, scenario(case, off, [own.id]))
    found = [
        [(f.element, f.party, f.status, f.lean) for f in each.findings] for each in (its, ours)
    ]
    assert found[0] == found[1]


def test_the_case_itself_stays_as_it_is():
    case = with_own(CASE, (OwnFact(SAID, gives=("saw-signs",)),))
    assert case is not CASE
    assert bare(case) is bare(CASE) is CASE
    assert load_case() is CASE
    assert analyze(case, Scenario()) == analyze(CASE, Scenario())
    assert with_own(CASE, ()) is CASE


def test_it_is_marked_and_no_code_says_it():
    own = OwnFact(SAID, gives=("saw-signs",))
    case = with_own(CASE, (own,))
    supposed = scenario(case, ["football-talk"], [own.id, "nothing-reached-sears"])
    assert case.atoms[own.id].label == f"{SAID} ({MARK})"
    assert MARK in case.atoms[own.id].statement
    assert shared(case, supposed) == scenario(CASE, ["football-talk"], ["nothing-reached-sears"])


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ([OwnFact("", gives=("saw-signs",))], "in words, on one line"),
        ([OwnFact("one\ntwo", gives=("saw-signs",))], "in words, on one line"),
        ([OwnFact("\ud800", gives=("saw-signs",))], "can be printed"),
        ([OwnFact("a\x00b", gives=("saw-signs",))], "can be printed"),
        ([OwnFact("a\u202eb", gives=("saw-signs",))], "can be printed"),
        ([OwnFact("a" * (LONGEST + 1), gives=("saw-signs",))], "at most 200 characters, not 201"),
        ([OwnFact(SAID)], "at least one factor"),
        ([OwnFact(SAID, gives=("saw-sign",))], "factor .*'saw-sign'.*saw-signs"),
        ([OwnFact(SAID, gives=("knew",))], "factor that a fact gives rise to 'knew'"),
        ([OwnFact(SAID, defeats=("exposure",))], "'exposure'"),
        ([OwnFact(SAID, ("village",), ("saw-signs",))], "officer 'village'"),
        ([OwnFact(SAID, ("dougla",), ("saw-signs",))], "officer 'dougla'.*douglas"),
        ([OwnFact(SAID, (), ("saw-signs",), ("saw-signs",))], "both give rise to “Saw signs”"),
        (
            [OwnFact(SAID, (), ("explicit-assurance",), ("wrongdoer-present",))],
            "“Explicit assurance” cannot be without “Wrongdoer present” .*: change one",
        ),
        ([OwnFact(SAID, gives=("saw-signs",))] * 2, "there already"),
        ([OwnFact(f"{n}", gives=("saw-signs",)) for n in range(MOST + 1)], "take one out first"),
    ],
)
def test_a_case_refuses_what_is_no_fact_and_says_what_to_do(facts, says):
    with pytest.raises(Unfit, match=says):
        with_own(CASE, tuple(facts))


def test_what_contradicts_another_fact_is_not_supposed_beside_it():
    told = OwnFact(SAID, ("douglas",), ("explicit-assurance",))
    away = OwnFact("Sears was away", ("douglas",), (), ("wrongdoer-present",))
    elsewhere = OwnFact("Sears was away", ("lug",), (), ("wrongdoer-present",))
    case = with_own(CASE, (told, away, elsewhere))
    on = scenario(case, added=[told.id])
    for other in (away.id, "nothing-reached-sears"):
        with pytest.raises(Contradictory, match="the other defeats"):
            switched(case, on, other, True)
    assert elsewhere.id in switched(case, on, elsewhere.id, True).added


HOSTILE = st.one_of(
    st.text(max_size=240), st.text(alphabet="<>&\"'{}%" + punctuation, max_size=40)
)


@st.composite
def own_facts(draw, words=HOSTILE):
    return OwnFact(
        draw(words),
        tuple(draw(st.lists(st.sampled_from(OFFICERS), max_size=3, unique=True))),
        tuple(draw(st.lists(st.sampled_from(FACTORS), max_size=3, unique=True))),
        tuple(draw(st.lists(st.sampled_from(FACTORS), max_size=2, unique=True))),
    )


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(own_facts(), min_size=1, max_size=3), scenarios(), st.sampled_from(BEARING))
def test_whatever_is_said_is_reasoned_from_or_refused(facts, supposed, fact):
    """And with it, as without, less evidence never helps whoever must show it."""
    try:
        case = with_own(CASE, tuple(facts))
        for own in facts:
            supposed = switched(case, supposed, own.id, True)
    except (Unfit, Contradictory):
        return
    on = switched(case, supposed, fact, True)
    more, less = analyze(case, on), analyze(case, switched(case, on, fact, False))
    for was, now, before, after in compared(more, less):
        assert after <= before, (fact, was.element, was.party, was.authority, now.authority)


@settings(max_examples=examples(100), deadline=None)
@given(own_facts(st.just(SAID)), scenarios())
def test_less_evidence_of_ones_own_never_helps_the_party_that_must_show_it(own, supposed):
    shows = {
        "saw-signs",
        "told-of-violence",
        "known-threat",
        "explicit-assurance",
        "harm-followed",
    }
    fact = OwnFact(own.words, own.concerns, tuple(sorted(shows.intersection(own.gives) or shows)))
    case = with_own(CASE, (fact,))
    try:
        on = switched(case, supposed, fact.id, True)
    except Contradictory:
        return
    for was, now, before, after in compared(analyze(case, on), analyze(case, supposed)):
        assert after <= before, (fact, was.element, was.party, was.authority, now.authority)
