"""From facts to factors: how the facts that stand give rise to a party's situation."""

from collections.abc import Mapping

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import Ascription, FactorId
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.posed import Posed, Scope
from okin_lib.record.types import Fact, FactId, PartyId


def situation(posed: Posed, party: PartyId) -> Situation:
    """Return the party's situation where the facts that are posed stand."""
    alone = posed.own(party).among(posed.on)
    shared = posed.whose(party).among(posed.on) if posed.assumption.aggregate else alone
    values = {
        key: _ascribe(rule, alone if rule.own else shared, posed.case)
        for key, rule in posed.case.ascriptions.items()
    }
    return Situation(values, posed.case.derived)


def situation_of(case: Case, given: Mapping[FactorId, bool]) -> Situation:
    """Return the situation in which the factors ``given`` are so, and others are unknown.

    What is given of a factor that only sums up others counts as far as the rest allows it.
    """
    values: dict[FactorId, bool | None] = {
        key: given.get(key, False if case.factors[key].optional else None)
        for key in case.ascriptions
    }
    found = Situation(values, case.derived)
    for key in case.derived:
        if key in given:
            stated = evolve(found, stated={**found.stated, key: given[key]})
            found = stated if stated.possible else found
    return found


def _ascribe(rule: Ascription, present: Scope, case: Case) -> bool | None:
    if rule.always is not None:
        return rule.always
    firm = present.firm
    anyhow = present.facts if present.doubtful else firm
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


def _repeated(failures: frozenset[FactId], enough: int, case: Case) -> bool | None:
    if len(_occasions(failures, case)) >= enough:
        return True
    return None if len(failures) > 1 else False


def _occasions(facts: frozenset[FactId], case: Case) -> set[str]:
    return {atom.event for key in facts if isinstance(atom := case.atoms[key], Fact)}
