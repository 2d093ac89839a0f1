"""The engine of constraint against the textbook, on a thousand random case bases.

The oracle is written from the definitions and shares nothing with the engine but the data:
the reason model of Horty (2011), in which a precedent decided for the plaintiff on a reason
forces the plaintiff's win where the reason holds and every factor for the other side is one
that the precedent had; the result model of Horty and Bench-Capon (2012), which is the reason
model with every factor of the winning side as the reason; and a right that some court held
not established (433, 435).
"""

import random
from itertools import product

import attrs
import pytest

from okin_lib.doctrine.precedents import Ratio
from okin_lib.reasoning.constraint import force, forced
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.precedent import Holding, Stance
from okin_lib.reasoning.reach import reach

PRO = ("explicit-assurance", "intentional-violence", "known-victim", "official-duty")
CON = ("reckless-harm", "protective-step", "competing-obligation")
BASES = range(1000)
YEARS = (1990, 1995, 2000, 2005)
RELEVANT = {"plaintiff": PRO, "officers": CON}


@attrs.frozen
class Case:
    """A random case: its factors, its reason, and what it held."""

    id: str
    year: int
    factors: tuple[str, ...]
    material: tuple[str, ...]
    violation: str
    denial: bool = False
    binding: bool = True

    @property
    def name(self) -> str:
        return self.id


def some(dice, factors):
    return tuple(factor for factor in factors if dice.random() < 0.5)


def base(seed, model, denials=True):
    dice = random.Random(seed)
    cases = []
    for number in range(dice.randint(0, 5)):
        pro, con = some(dice, PRO), some(dice, CON)
        denial = denials and dice.random() < 0.3
        side = con if denial else pro
        cases.append(
            Case(
                id=f"case-{number}",
                year=dice.choice((1992, 1997, 2002)),
                factors=(*pro, *con),
                material=side if model == "result" else some(dice, side),
                violation=dice.choice(("yes", "no", "not-stated")),
                denial=denial,
                binding=dice.random() < 0.8,
            )
        )
    return dice, cases


def taken(cases):
    def holdings(denial):
        return tuple(
            Holding((case,), Ratio(case.material, ()), case.factors)
            for case in cases
            if case.denial is denial
        )

    return Stance("random", RELEVANT, holdings(False), holdings(True))


def facing(base, present):
    return Situation({factor: factor in present for factor in base.factors}, {})


def fits(case, present, loser):
    """The textbook: the reason holds, and the loser has nothing that the precedent had not."""
    return set(case.material) <= present and (present & set(loser)) <= set(case.factors)


def textbook(cases, present, year):
    law = [c for c in cases if c.binding]
    holdings = [c for c in law if not c.denial and c.violation == "yes"]
    if not any(c.year <= year for c in holdings):
        return "no", set()  # none had held any such right (433)
    standing = [c for c in law if not c.denial and c.violation == "yes" and c.year < year]
    # A holding to which nothing is material forces nothing (433).
    plaintiff = [c for c in standing if c.material and fits(c, present, CON)]
    officers = []
    for case in law:
        if not case.denial or not case.material or not fits(case, present, PRO):
            continue
        still = case.violation == "no" or year <= case.year
        stale = case.violation == "yes" or any(c.year >= case.year for c in plaintiff)
        if still or not stale:
            officers.append(case)
    if plaintiff and not officers:
        return "yes", {c.id for c in plaintiff}
    if officers and not plaintiff:
        return "no", {c.id for c in officers}
    return "open", set()


@pytest.mark.parametrize("model", ["reason", "result"])
def test_the_engine_agrees_with_the_textbook(case, model):
    answers = set()
    for seed in BASES:
        dice, cases = base(seed, model)
        present = set(some(dice, PRO + CON))
        for year in YEARS:
            found = force(case, facing(case, present), taken(cases), year)
            assert (found.answer, {c.id for c in found.by}) == textbook(cases, present, year), seed
            answers.add(found.answer)
    assert answers == {"yes", "no", "open"}


def test_what_distinguishes_is_least(case):
    """Take away what is beyond and add what is missing, and it governs; any less, and not."""
    for seed in BASES:
        dice, cases = base(seed, "reason")
        view, present = taken(cases), set(some(dice, PRO + CON))
        for holding in view.establishes:
            found = reach(case, holding, view, "situation", "situation", facing(case, present))
            (decided,) = holding.of
            assert found.governs is fits(decided, present, CON)
            differences = [*found.missing, *found.beyond]
            for kept in product((True, False), repeat=len(differences)):
                undone = {f for f, keep in zip(differences, kept, strict=True) if not keep}
                nearer = (present - undone) | (undone & set(found.missing))
                assert fits(decided, nearer, CON) is not any(kept)


def test_the_order_of_the_precedents_never_matters(case):
    for seed in BASES:
        dice, cases = base(seed, "reason")
        present, shuffled = set(some(dice, PRO + CON)), list(cases)
        dice.shuffle(shuffled)
        for year in YEARS:
            one = force(case, facing(case, present), taken(cases), year)
            other = force(case, facing(case, present), taken(shuffled), year)
            assert one.answer == other.answer
            assert {c.id for c in one.by} == {c.id for c in other.by}


def test_without_overruling_law_only_grows(case):
    """What one year establishes, every later year does; denials for their own time only lapse."""
    order = ("no", "open", "yes")
    for seed in BASES:
        dice, cases = base(seed, "reason")
        present = set(some(dice, PRO + CON))
        answers = [force(case, facing(case, present), taken(cases), y).answer for y in YEARS]
        assert [order.index(a) for a in answers] == sorted(order.index(a) for a in answers)


def test_a_new_case_that_holds_for_the_plaintiff_never_unsettles_a_yes(case):
    for seed in BASES:
        dice, cases = base(seed, "reason")
        present = set(some(dice, PRO + CON))
        before = force(case, facing(case, present), taken(cases[1:]), 2005).answer
        if before == "yes" and cases and not cases[0].denial:
            assert force(case, facing(case, present), taken(cases), 2005).answer == "yes"


def test_an_unknown_is_settled_only_if_both_ways_agree(case):
    for seed in BASES:
        dice, cases = base(seed, "reason")
        present, view = set(some(dice, PRO + CON)), taken(cases)
        unknown = set(some(dice, PRO + CON))
        partial = Situation({f: None if f in unknown else f in present for f in case.factors}, {})
        ways = {
            force(case, facing(case, (present - unknown) | set(fall)), view, 2000).answer
            for fall in (
                tuple(f for f, on in zip(sorted(unknown), falls, strict=True) if on)
                for falls in product((True, False), repeat=len(unknown))
            )
        }
        expected = ways.pop() if len(ways) == 1 else "open"
        assert forced(case, partial, view, 2000).answer == expected
