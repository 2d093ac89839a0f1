"""What is not known and matters: it is what analysing again would find, for far less."""

import random

import pytest
from attrs import evolve

from okin_lib.doctrine.contradiction import contradictions
from okin_lib.lessons.installed import load_case
from okin_lib.patterns.pattern import Either, Pattern, PatternParty
from okin_lib.patterns.pattern_analysis import analyze_pattern
from okin_lib.patterns.unknowns import unknowns
from okin_lib.reasoning import decide

CASE = load_case()
SIMPLE = [key for key in CASE.factors if key not in CASE.derived | {CASE.doctrine.domestic: 1}]
STATED = [*SIMPLE, *CASE.derived]


def drawn(rng: random.Random, among, most: int):
    """Factors that do not contradict each other by definition."""
    while True:
        found = {key: rng.random() < 0.5 for key in rng.sample(among, most)}
        if not list(contradictions(CASE.doctrine.factors, found)):
            return found


def pattern(officers: int, seed: int, most: int = 10, among=SIMPLE, **more) -> Pattern:
    rng = random.Random(seed)
    parties = [
        PatternParty(f"o{n}", employer="city", factors=drawn(rng, among, most))
        for n in range(officers)
    ]
    city = PatternParty("city", "municipality", factors=drawn(rng, among, most))
    whole = (*parties, city)
    posture = "summary-judgment"
    return Pattern("A pattern", 2003, "2d Cir.", posture, "domestic", whole, **more)


def knowing(asked: Pattern, party: str, factor: str, value: bool) -> Pattern:
    def known(each: PatternParty) -> PatternParty:
        return evolve(each, factors={**each.factors, factor: value})

    parties = tuple(known(each) if each.id == party else each for each in asked.parties)
    return evolve(asked, parties=parties)


def found_again(asked: Pattern, before, each, value: bool):
    """What analysing the whole pattern again settles and decides, with the factor known."""
    after = analyze_pattern(CASE, knowing(asked, each.party, each.factor, value))
    if after.set_aside != before.set_aside:  # what is stated rules that value out
        return set(), set()
    settled = {
        (finding.element, value, finding.status)
        for finding in after.findings
        if finding.party == each.party
        if finding.element in each.bears_on
        if finding.status != "open"
    }
    (employer,) = [party.employer for party in asked.parties if party.id == each.party]
    opened = {(d.claim, d.party) for d in before.dispositions if d.motion == "open"}
    decided = {
        (new.claim, new.party, value, new.motion)
        for new in after.dispositions
        if (new.claim, new.party) in opened
        if new.party in (each.party, employer)
        if new.motion != "open"
    }
    return settled, decided


ASKED = {
    "few factors": pattern(2, 1, 6),
    "ten factors": pattern(3, 2),
    "most factors": pattern(3, 3, 22),
    "sums": pattern(2, 4, 8, STATED),
    "the other order": pattern(2, 5, 12, readings={"order": "established-first"}),
    "one or the other": evolve(
        pattern(1, 6, 4, ["training", "legal-duty", "saw-signs", "official-duty"]),
        either=(Either(("o0",), ("friendly-dealing", "unanswered-admission")),),
    ),
    "complete": evolve(pattern(2, 7, 12), complete=True),
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_it_is_what_analysing_it_all_again_would_find(asked):
    before = analyze_pattern(CASE, asked)
    for each in unknowns(CASE, before):
        again = [found_again(asked, before, each, value) for value in (True, False)]
        settled = {(s.element, s.value, s.status) for s in each.settles}
        decided = {(t.claim, t.party, t.value, t.motion) for t in each.turns}
        assert settled == set().union(*(s for s, _ in again)), (each.party, each.factor)
        assert decided == set().union(*(d for _, d in again)), (each.party, each.factor)


def evaluations(asked: Pattern, monkeypatch) -> int:
    """How many times an element's authorities are gone through, for all that is printed."""
    count = 0
    first = decide.first

    def counted(*args):
        nonlocal count
        count += 1
        return first(*args)

    with monkeypatch.context() as patched:
        patched.setattr(decide, "first", counted)
        unknowns(CASE, analyze_pattern(CASE, asked))
    return count


def test_parties_of_whom_the_same_is_known_are_asked_once(monkeypatch):
    one = pattern(1, 8)
    officer, city = one.parties

    def alike(count: int) -> int:
        officers = (evolve(officer, id=f"o{n}") for n in range(count))
        return evaluations(evolve(one, parties=(*officers, city)), monkeypatch)

    assert alike(50) == alike(2)


def test_of_many_officers_no_more_is_asked_than_of_each_alone(monkeypatch):
    asked = pattern(12, 9)
    *officers, city = asked.parties
    alone = (evolve(asked, parties=(officer, city)) for officer in officers)
    assert evaluations(asked, monkeypatch) <= sum(evaluations(a, monkeypatch) for a in alone)


def test_an_unknown_costs_less_than_the_analysis_again(monkeypatch):
    asked = pattern(8, 10)
    with_unknowns = evaluations(asked, monkeypatch)
    monkeypatch.setattr(__name__ + ".unknowns", lambda *_: ())
    alone = evaluations(asked, monkeypatch)
    assert with_unknowns < 10 * alone
