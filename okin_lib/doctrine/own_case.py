"""A case that holds facts of a learner's own as it holds any hypothetical.

What reasons from it, and what shows it, knows of no difference but in what the fact is called.
"""

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.contradiction import contradictions
from okin_lib.doctrine.factors import Factor, FactorId
from okin_lib.doctrine.own_facts import Effects, OwnFact, Unfit, effects, fitting
from okin_lib.record.types import FactId, Hypothetical

MOST = 5
"""How many facts of their own a learner may add."""


@lru_cache(maxsize=16)  # going back, or taking up what was kept, leads to the same one
def with_own(case: Case, facts: tuple[OwnFact, ...]) -> Case:
    """Return the case with these facts among those that can be supposed.

    Raises
    ------
    Unfit
        If there are too many, or the same one twice; as `fitting` does.
    """
    if not facts:
        return case
    if len(facts) > MOST:
        raise Unfit(f"{MOST} facts of one's own are the most: take one out first")
    if len({fact.id for fact in facts}) < len(facts):
        raise Unfit("the same fact is there already: switch it on, or say another")
    done = {fact.id: effects(case, fitting(case, fact)) for fact in facts}
    supposed = tuple(
        _hypothetical(case, fact, facts[:place], done) for place, fact in enumerate(facts)
    )
    record, doctrine = case.record, case.doctrine
    return evolve(
        case,
        adds_to=case,
        record=evolve(record, hypotheticals=(*record.hypotheticals, *supposed)),
        doctrine=evolve(doctrine, factors=tuple(_moved(each, done) for each in doctrine.factors)),
    )


def bare(case: Case) -> Case:
    """Return the case without what a learner added to it; itself where nothing was."""
    return case.adds_to or case


def _hypothetical(
    case: Case, fact: OwnFact, earlier: tuple[OwnFact, ...], done: Mapping[FactId, Effects]
) -> Hypothetical:
    others = {each.id: (each.concerns, done[each.id]) for each in earlier}
    others |= {
        each.id: (each.concerns, _done(case, each.id)) for each in case.record.hypotheticals
    }
    excluded = {
        key: why
        for key, (concerns, its) in others.items()
        if (not fact.concerns or not concerns or set(fact.concerns) & set(concerns))
        and (why := _at_odds(case, done[fact.id], its))
    }
    return Hypothetical(
        id=fact.id,
        label=fact.label,
        statement=f"Suppose: {fact.label}",
        concerns=fact.concerns,
        excludes=excluded,
        own=True,
    )


def _done(case: Case, supposed: FactId) -> dict[FactorId, bool]:
    """What a hypothetical does to factors."""
    gives = {k: True for k, each in case.ascribed.items() if supposed in each.arises.any_of}
    defeats = {
        k: False for k, each in case.ascribed.items() if supposed in each.arises.defeated_by
    }
    return gives | defeats


def _at_odds(case: Case, one: Effects, other: Effects) -> str:
    """Why what two facts do cannot both be so; empty if it can."""
    for key, value in one.items():
        if other.get(key, value) is not value:
            return f"one gives rise to “{case.factors[key].label}”, which the other defeats"
    amiss = next(contradictions(case.doctrine.factors, {**one, **other}), None)
    return amiss.because if amiss else ""


def _moved(factor: Factor, done: Mapping[FactId, Effects]) -> Factor:
    """Return the factor as the facts give rise to it, or defeat it.

    To what must come before a harm, a fact that is supposed is one that harm may have followed.
    """
    gives = tuple(key for key, its in done.items() if its.get(factor.id) is True)
    defeats = tuple(key for key, its in done.items() if its.get(factor.id) is False)
    if not (gives or defeats):
        return factor
    rule = factor.arises
    rises = "follows" if rule.follows else "any_of"
    given = {rises: getattr(rule, rises) + gives, "defeated_by": rule.defeated_by + defeats}
    return evolve(factor, arises=evolve(rule, **given))
