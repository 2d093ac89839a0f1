"""Pivotal facts, against an independent solver.

The oracle shares no code with the search. It encodes how facts give rise to factors as
clauses, asks `analyze` for the statuses of one scenario in every class that the clauses
leave apart, and enumerates minimal sets of switches with a SAT solver; from these, a
hitting-set solver gives the sufficient sets.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from random import Random

import pytest
from attrs import evolve
from pysat.examples.hitman import Hitman
from pysat.solvers import Solver

from okin_lib.doctrine.factors import Ascription, Factor
from okin_lib.doctrine.readings import Value
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.minimal_sets import removals
from okin_lib.reasoning.pivotal import but_for, pivotal
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Scenario
from okin_lib.reasoning.what_if import what_if
from tests.examples import left_to_long
from tests.reasoning.courtroom import AFFIRMATIVE, OFFICERS, VILLAGE, compatible

CASE = load_case()
FACTS = {fact.id: fact for fact in CASE.record.facts}
SUPPOSED = {atom.id: atom for atom in CASE.record.hypotheticals}
DAY = {fact: CASE.events[of.event].date for fact, of in FACTS.items()}
ATOMS = FACTS | SUPPOSED
PARTIES = {party.id: party for party in CASE.record.parties}
RULES = {factor.id: factor for factor in CASE.doctrine.factors if not factor.arises.holds_when}
READINGS = {reading.id: [v.id for v in reading.values] for reading in CASE.doctrine.readings}
FOOTBALL = "football-talk"
Sets = set[frozenset[str]]


def drawn(factor: Factor) -> set[str]:
    of = factor.arises
    named = (of.any_of, of.relied, of.failures, of.also, of.defeated_by, of.follows)
    return {fact for facts in named for fact in facts}


DEFENDANTS = [key for key, of in PARTIES.items() if of.role in ("officer", "municipality")]
BEARING = [fact for fact in FACTS if any(fact in drawn(rule) for rule in RULES.values())]
IDLE = [fact for fact in FACTS if fact not in BEARING]


class Circuit:
    """Clauses for gates over literals; a gate is a literal that is true iff it holds."""

    def __init__(self) -> None:
        self.clauses: list[list[int]] = [[1]]
        self.true = self.last = 1

    def fresh(self) -> int:
        self.last += 1
        return self.last

    def any(self, literals: Iterable[int]) -> int:
        literals, gate = list(literals), self.fresh()
        self.clauses += [[-literal, gate] for literal in literals]
        self.clauses.append([-gate, *literals])
        return gate

    def all(self, literals: Iterable[int]) -> int:
        return -self.any(-literal for literal in literals)

    def at_least(self, count: int, literals: Iterable[int]) -> int:
        return self.any(self.all(some) for some in combinations(list(literals), count))


class Oracle:
    """Every minimal set of ``switchable`` atoms that changes a finding of the party."""

    def __init__(self, start: Scenario, party: str, switchable: Iterable[str]) -> None:
        self.start, self.party = start, party
        self.readings = chosen(start)
        self.circuit = Circuit()
        self.switches = {atom: self.circuit.fresh() for atom in switchable}
        self.on = removable(start) | start.added
        outputs = [
            literal
            for each in (party, *(p for p, of in PARTIES.items() if of.employer == party))
            for factor in RULES.values()
            for literal in self.encode(each, factor)
        ]
        self.classes = list(self.classify(outputs))

    def present(self, atom: str) -> int:
        if atom in self.switches:
            switch = self.switches[atom]
            return -switch if atom in FACTS else switch
        return self.circuit.true if atom in self.on else -self.circuit.true

    def counting(self, party: str, rule: Ascription) -> tuple[set[str], set[str]]:
        """The atoms that count for the party: certainly, and at all."""
        group, members = PARTIES[party].course_of_conduct, {party}
        members |= {p for p, of in PARTIES.items() if of.employer == party}
        if group and not rule.own and any(value.aggregates for value in self.readings):
            members |= {p for p, of in PARTIES.items() if of.course_of_conduct == group}
        counting = {a for a, of in ATOMS.items() if not of.concerns or members & {*of.concerns}}
        doubted = {atom for value in self.readings for atom in value.doubts}
        if len(members) == 1:
            doubted |= {atom for atom, of in ATOMS.items() if of.collective}
        if PARTIES[party].role == "officer":
            doubted |= {atom for atom, of in SUPPOSED.items() if of.collective}
        return counting - doubted, counting

    def encode(self, party: str, factor: Factor) -> tuple[int, int]:
        """Literals for: the factor holds; the factor is unknown."""
        rule = factor.arises
        firm, counting = self.counting(party, rule)
        gate = self.circuit

        def of(atoms: Iterable[str], scope: set[str]) -> list[int]:
            return [self.present(atom) for atom in atoms if atom in scope]

        if rule.follows:
            sure, harm = self.followed(rule, counting), gate.any(map(self.present, rule.any_of))
            undated = gate.any(of(SUPPOSED.keys() & {*rule.follows}, counting))
            recited = gate.any(self.present(fact) for fact in rule.any_of if not DAY[fact])
            acts = gate.any(of(rule.follows, counting))
            perhaps = gate.any([undated, gate.all([recited, acts])])
            return sure, gate.all([-sure, harm, perhaps])
        open_to = -gate.any(of(rule.defeated_by, counting))
        sure = gate.any(of(rule.any_of, firm))
        if rule.relied and firm.issuperset(rule.relied):
            sure = gate.any([sure, gate.all(of(rule.relied, firm))])
        if rule.failures:
            occasions: dict[str, list[str]] = {}
            for fact in rule.failures:
                occasions.setdefault(FACTS[fact].event, []).append(fact)
            happened = [gate.any(of(facts, counting)) for facts in occasions.values()]
            sure = gate.any([sure, gate.at_least(3, happened)])
            several = gate.at_least(2, of(rule.failures, counting))
            maybe = gate.any([several, *of(rule.also, firm)])
        else:
            weak = of((*rule.any_of, *rule.relied, *rule.also), counting)
            maybe = gate.true if factor.absence == "not-known" else gate.any(weak)
        return gate.all([open_to, sure]), gate.all([open_to, -sure, maybe])

    def followed(self, rule: Ascription, counting: set[str]) -> int:
        """A literal for: some harm, whoever it concerns, is of a later day than a response."""
        began = min(DAY[fact] for fact in rule.follows if DAY.get(fact))
        last = {fact: DAY[fact] or f"{began}, later" for fact in rule.any_of}
        return self.circuit.any(
            self.circuit.all([self.present(first), self.present(then)])
            for first, then in product(counting.intersection(rule.follows), rule.any_of)
            if first in DAY and DAY[first] < last[then]
        )

    def classify(self, outputs: list[int]) -> Iterator[tuple[list[int], Mapping[str, str]]]:
        """Each class of scenarios alike in every factor, with the statuses of one of them."""
        with Solver(bootstrap_with=self.circuit.clauses) as solver:
            while solver.solve():
                true = set(solver.get_model())
                alike = [literal if literal in true else -literal for literal in outputs]
                switched = {atom for atom, switch in self.switches.items() if switch in true}
                yield alike, self.statuses(switched)
                solver.add_clause([-literal for literal in alike])

    def statuses(self, switched: Iterable[str]) -> Mapping[str, str]:
        switched = set(switched)
        supposed = evolve(
            self.start,
            without=self.start.without | (switched & FACTS.keys()),
            added=self.start.added | (switched & SUPPOSED.keys()),
        )
        findings = analyze(CASE, supposed).findings
        return {found.element: found.status for found in findings if found.party == self.party}

    def minimal(self, element: str) -> Sets:
        before = self.statuses(())[element]
        changed = [alike for alike, statuses in self.classes if statuses[element] != before]
        found: Sets = set()
        with Solver(bootstrap_with=self.circuit.clauses) as solver:
            last = self.circuit.last
            for place, alike in enumerate(changed, last + 1):
                for literal in alike:
                    solver.add_clause([-place, literal])
            solver.add_clause([last + 1 + place for place in range(len(changed))])
            activation = last + len(changed) + 1
            while solver.solve():
                least = self.model(solver)
                while True:
                    outside = [-s for atom, s in self.switches.items() if atom not in least]
                    activation += 1
                    fewer = [-self.switches[atom] for atom in least]
                    solver.add_clause([-activation, *fewer])
                    if not solver.solve(assumptions=[activation, *outside]):
                        break
                    least = self.model(solver)
                found.add(least)
                solver.add_clause([-self.switches[atom] for atom in least])
        return found

    def model(self, solver: Solver) -> frozenset[str]:
        true = set(solver.get_model())
        return frozenset(atom for atom, switch in self.switches.items() if switch in true)


def minimal_hitting_sets(sets: Sets) -> Sets:
    if not sets:
        return {frozenset()}
    with Hitman(bootstrap_with=[sorted(each) for each in sets], htype="sorted") as hitman:
        return {frozenset(each) for each in hitman.enumerate()}


def chosen(start: Scenario) -> list[Value]:
    """The value of every reading in the scenario."""
    given = dict(start.readings)
    return [
        next(v for v in reading.values if v.id == given.get(reading.id, reading.values[0].id))
        for reading in CASE.doctrine.readings
    ]


def removable(start: Scenario) -> set[str]:
    return {
        key
        for key, fact in FACTS.items()
        if key not in start.without
        and not any(
            fact.version in value.sets_aside_versions or fact.status in value.sets_aside_statuses
            for value in chosen(start)
        )
    }


def random_scenario(random: Random) -> Scenario:
    """Few facts of the record, so that few scenarios are left apart by the factors."""
    on = {*random.sample(BEARING, random.randint(4, 8)), *random.sample(IDLE, 2)}
    return compatible(
        CASE,
        without=[fact for fact in FACTS if fact not in on],
        added=random.sample(sorted(SUPPOSED), random.choice([0, 0, 0, 1, 2])),
        readings={key: random.choice(v) for key, v in READINGS.items() if random.random() < 0.3},
        year=random.choice([None, None, None, 1995, 2006]),
    )


def as_sets(found: Iterable[Iterable[str]]) -> Sets:
    return {frozenset(each) for each in found}


def elements(party: str) -> list[str]:
    role = PARTIES[party].role
    return [element.id for element in CASE.doctrine.elements if role in element.applies]


def seeds(soon: int, whole: int) -> Iterable[object]:
    return *range(soon), *(pytest.param(n, marks=pytest.mark.long) for n in range(soon, whole))


@pytest.mark.parametrize("seed", seeds(2, 200))
def test_the_oracle_agrees(seed):
    random = Random(seed)
    start, party = random_scenario(random), random.choice(DEFENDANTS)
    oracle = Oracle(start, party, removable(start))
    for element in random.sample(elements(party), 3):
        found = pivotal(CASE, start, element, party)
        assert found.removals_through is None
        assert found.status == oracle.statuses(())[element]
        assert as_sets(found.removals) == oracle.minimal(element), (element, party)
        sufficient = minimal_hitting_sets(as_sets(found.removals))
        assert found.ness == frozenset().union(*sufficient)
        assert set(found.but_for) == frozenset.intersection(*sufficient)
        assert frozenset(found.sufficient) in sufficient
        assert len(found.sufficient) == min(map(len, sufficient))


@pytest.mark.parametrize("seed", seeds(1, 12))
def test_the_oracle_agrees_on_what_is_added(seed):
    random = Random(seed)
    start, party = random_scenario(random), random.choice(OFFICERS)
    supposable = SUPPOSED.keys() - start.added
    some = {*random.sample(sorted(supposable), 7)}
    oracle = Oracle(start, party, some)
    for element in elements(party):
        found = pivotal(CASE, start, element, party)
        within = {each for each in as_sets(found.additions) if each <= some}
        assert within == oracle.minimal(element), (element, party)
        if found.additions:
            assert {len(each) for each in found.nearest} == {len(found.additions[0])}
            assert not any(each <= set(found.boldest_addition) for each in within)


@pytest.mark.parametrize("seed", seeds(1, 4))
def test_trying_every_removal_agrees_with_both(seed):
    random = Random(1000 + seed)
    start, party = random_scenario(random), random.choice(DEFENDANTS)
    left = sorted(removable(start))
    some = random.sample(left, min(5, len(left)))
    oracle = Oracle(start, party, some)
    tried = {
        frozenset(removed): oracle.statuses(removed)
        for size in range(len(some) + 1)
        for removed in combinations(some, size)
    }
    for element in elements(party):
        before = tried[frozenset()][element]
        changing = {each for each, statuses in tried.items() if statuses[element] != before}
        least = {each for each in changing if not any(other < each for other in changing)}
        assert oracle.minimal(element) == least
        found = as_sets(pivotal(CASE, start, element, party).removals)
        assert {each for each in found if each <= set(some)} == least


def test_every_single_fact_of_the_record():
    single = but_for(CASE, Scenario())
    before = {(f.element, f.party): f.status for f in analyze(CASE, Scenario()).findings}
    found: dict[tuple[str, str], list[str]] = {key: [] for key in before}
    for fact in FACTS:
        for after in analyze(CASE, Scenario(without=frozenset([fact]))).findings:
            if after.status != before[after.element, after.party]:
                found[after.element, after.party].append(fact)
    assert {key: list(facts) for key, facts in single.items()} == found


MESSAGE = ("implicit-sanction", "affirmative-conduct", "conveyed-to-wrongdoer", "increased-danger")
LAW = ("clearly-established", "immunity")


def football(attribution: str, pena: str) -> Mapping[tuple[str, str], str]:
    """The part the football conversation plays: by element and officer, where it plays any."""
    if attribution == "individual":
        douglas = (*MESSAGE, "sorting", "violation", *LAW)
        parts = {(element, "douglas"): "ness" for element in douglas}
    else:
        by_law = {"narrow": "but-for", "broad": "ness"}[pena]
        parts = {(e, party): "but-for" for e in (*MESSAGE, "violation") for party in VILLAGE}
        parts |= {(element, party): by_law for element in LAW for party in VILLAGE}
        if attribution == "aggregate":
            parts |= {("sorting", party): "ness" for party in VILLAGE}
    return parts


TOO_MANY = {(them, "broad", each) for them in ("aggregate", "not-an-element") for each in LAW}
"""Where the whole record has more sets than a search tries; those of conduct are all tried."""
SOON = {("aggregate", "narrow", "douglas")}


@pytest.mark.parametrize(
    ("attribution", "pena", "party"),
    [
        pytest.param(*each, marks=() if each in SOON else pytest.mark.long)
        for each in product(READINGS["attribution"], READINGS["pena"], OFFICERS)
    ],
)
def test_the_football_conversation(attribution, pena, party):
    """Exact for every officer and element; and the oracle agrees on all conduct together:
    affirmative acts, failures and protective steps, with the rest of the record on."""
    start = scenario(CASE, readings={"attribution": attribution, "pena": pena})
    affirmative = {key for key, fact in FACTS.items() if fact.map in AFFIRMATIVE}
    failures = RULES["repeated-failures"].arises.failures
    steps = RULES["protective-step"].arises.any_of
    conduct = (affirmative | {*failures, *steps}) & FACTS.keys()
    expected = football(attribution, pena)
    oracle = Oracle(start, party, conduct)
    for element in elements(party):
        found, part = pivotal(CASE, start, element, party), expected.get((element, party))
        within = {each for each in as_sets(found.removals) if each <= conduct}
        if found.removals_through is None:
            assert found.role(FOOTBALL) == (part or "neither"), element
            assert within == oracle.minimal(element), element
        else:
            assert (attribution, pena, element) in TOO_MANY, element
            assert within == oracle.minimal(element), element
            assert (part == "ness") == plays_a_part(oracle, element), element


def plays_a_part(oracle: Oracle, element: str) -> bool:
    """Whether the football conversation is in a minimal set of conduct and what is recited of it,
    each of which changes the status, and without any one of its facts does not."""
    kinds = ("repeated-failures", "unanswered-admission")
    kind = frozenset(oracle.switches).union(*(drawn(RULES[rule]) for rule in kinds))
    start = what_if(CASE, oracle.start)
    sets = evolve(removals(start), kind=kind).minimal(element, oracle.party)
    before = oracle.statuses(())[element]
    for each in sets.sets:
        assert oracle.statuses(each)[element] != before
        assert all(oracle.statuses(each - {fact})[element] == before for fact in each)
    assert sets.complete
    return any(FOOTBALL in each for each in sets.sets)


@pytest.mark.parametrize("effort", left_to_long([1, 10, 100, 1000], 10))
def test_a_search_cut_short_is_exact_as_far_as_it_goes(effort):
    whole = pivotal(CASE, Scenario(), "violation", "manion")
    part = pivotal(CASE, Scenario(), "violation", "manion", effort=effort)
    reached = part.removals_through
    assert whole.removals_through is None
    assert part.removals == tuple(each for each in whole.removals if len(each) <= reached)
    assert part.sufficient is None
    assert {part.role(fact) for fact in IDLE} == {"neither"}
    if not part.removals:
        assert part.role(FOOTBALL) == "unsettled"
        assert f"no removal of up to {reached} facts" in part.statement


def test_where_nothing_in_the_record_can_change_it():
    found = pivotal(CASE, Scenario(), "explicit-sanction", "douglas")
    assert (found.removals, found.sufficient) == ((), ())
    assert found.nearest == (("assurance-by-douglas",),)
    assert "assurance-by-douglas" not in found.boldest_addition
    assert len(found.boldest_addition) == len(SUPPOSED) - 1
    assert found.statement == (
        "In this model, no removal of facts of the record, however many, changes this status; "
        "the smallest addition of hypothetical facts that changes this status is of 1."
    )


def test_where_nothing_at_all_can_change_it():
    found = pivotal(CASE, Scenario(), "certain-to-confront", "town")
    assert not found.removals
    assert not found.additions
    assert found.sufficient == ()
    assert set(found.boldest_addition) == SUPPOSED.keys()
    assert found.statement.count("however many") == 2


@pytest.mark.parametrize("party", VILLAGE)
def test_the_least_sufficient_set_stands_alone(party):
    """With only the smallest sufficient set on, the status is what it was."""
    found = pivotal(CASE, Scenario(), "implicit-sanction", party)
    assert {*found.sufficient, *found.boldest_removal} == removable(Scenario())
    rest = frozenset(found.boldest_removal)
    after = analyze(CASE, Scenario(without=rest)).findings
    assert {f.status for f in after if (f.element, f.party) == (found.element, party)} == {
        found.status
    }


SINGLE_READINGS = [{key: value} for key, v in READINGS.items() for value in v[1:]]


@pytest.mark.parametrize("readings", [{}, *SINGLE_READINGS])
def test_facts_that_no_factor_draws_on_change_no_status(readings):
    start = scenario(CASE, readings=readings)
    before = [f.status for f in analyze(CASE, start).findings]
    after = [f.status for f in analyze(CASE, evolve(start, without=frozenset(IDLE))).findings]
    assert after == before
