"""From facts to factors: how a scenario's facts give rise to a party's situation."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import Ascription, Condition
from okin_lib.reasoning.assumption import Assumption
from okin_lib.reasoning.logic import Situation
from okin_lib.record.types import Fact


@frozen
class Scope:
    """Whose facts count.

    Attributes
    ----------
    firm
        Facts that count certainly.
    doubtful
        Facts that the opinion ascribes to several officers without naming one.
    """

    firm: frozenset[str]
    doubtful: frozenset[str]


def situation(case: Case, on: frozenset[str], party: str, assumption: Assumption) -> Situation:
    """Return the party's situation where the facts ``on`` are present."""
    alone = _counting(on, scope(case, party, evolve(assumption, aggregate=False)))
    shared = _counting(on, scope(case, party, assumption)) if assumption.aggregate else alone
    values = {
        key: _ascribe(rule, alone if rule.own else shared, case)
        for key, rule in _rules(case).items()
    }
    return Situation(values, _derived(case))


@lru_cache(maxsize=256)
def scope(case: Case, party: str, assumption: Assumption) -> Scope:
    """Return whose facts count for the party; those that concern no one count for all."""
    members = _members(case, party, assumption.aggregate)
    theirs = frozenset(
        key
        for key, atom in case.atoms.items()
        if not atom.concerns or members.intersection(atom.concerns)
    )
    collective = {fact.id for fact in case.record.facts if fact.collective}
    uncertain = assumption.doubted | (collective if len(members) == 1 else frozenset())
    return Scope(theirs - uncertain, theirs & uncertain)


@lru_cache(maxsize=256)
def own(case: Case, party: str, assumption: Assumption) -> frozenset[str]:
    """Return the facts that count for the party alone, even where conduct is aggregated."""
    alone = scope(case, party, evolve(assumption, aggregate=False))
    facts = {fact for rule in _rules(case).values() if rule.own for fact in rule.facts}
    return (alone.firm | alone.doubtful) & facts


@lru_cache(maxsize=64)
def concerning(case: Case, party: str) -> tuple[str, ...]:
    """Return the facts that concern the party, or a municipality's officers, by name."""
    members = _members(case, party, aggregate=False)
    return tuple(key for key, atom in case.atoms.items() if members.intersection(atom.concerns))


def _members(case: Case, party: str, aggregate: bool) -> frozenset[str]:
    """The party, those whose conduct counts with his, and a municipality's officers."""
    group = case.parties[party].course_of_conduct
    return frozenset(
        other.id
        for other in case.parties.values()
        if other.id == party
        or other.employer == party
        or (aggregate and group is not None and other.course_of_conduct == group)
    )


@lru_cache(maxsize=8)
def _rules(case: Case) -> Mapping[str, Ascription]:
    return {k: f.arises for k, f in case.factors.items() if f.arises.holds_when is None}


@lru_cache(maxsize=8)
def _derived(case: Case) -> Mapping[str, Condition]:
    return {k: f.arises.holds_when for k, f in case.factors.items() if f.arises.holds_when}


def _counting(on: frozenset[str], whose: Scope) -> Scope:
    return Scope(on & whose.firm, on & whose.doubtful)


def _ascribe(rule: Ascription, present: Scope, case: Case) -> bool | None:
    if rule.always is not None:
        return rule.always
    firm = present.firm
    anyhow = firm | present.doubtful if present.doubtful else firm
    if not anyhow.isdisjoint(rule.defeated_by):
        return False
    if not firm.isdisjoint(rule.any_of):
        return True
    if rule.relied and firm.issuperset(rule.relied):
        return True
    if rule.failures:
        return _repeated(anyhow.intersection(rule.failures), rule.occasions, case)
    if rule.one_response:
        return len(_occasions(anyhow.intersection(rule.one_response), case)) == 1
    if not anyhow.isdisjoint((*rule.any_of, *rule.relied, *rule.also)) or rule.otherwise_unknown:
        return None
    return False


def _repeated(failures: frozenset[str], enough: int, case: Case) -> bool | None:
    if len(_occasions(failures, case)) >= enough:
        return True
    return None if len(failures) > 1 else False


def _occasions(facts: frozenset[str], case: Case) -> set[str]:
    return {atom.event for key in facts if isinstance(atom := case.atoms[key], Fact)}
