"""From facts to factors: how the facts that stand give rise to a party's situation."""

from collections.abc import Mapping

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.contradiction import with_implied
from okin_lib.doctrine.factors import Ascription
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.posed import Posed, Scope
from okin_lib.record.types import Fact


def situation(posed: Posed, party: str) -> Situation:
    """Return the party's situation where the facts that are posed stand."""
    alone = posed.own(party).among(posed.on)
    shared = posed.whose(party).among(posed.on) if posed.assumption.aggregate else alone
    values = {
        key: _ascribe(rule, alone if rule.own else shared, posed.case)
        for key, rule in posed.case.ascriptions.items()
    }
    return Situation(values, posed.case.derived)


def situation_of(case: Case, given: Mapping[str, bool]) -> Situation:
    """Return the situation in which the factors ``given`` are so, and others are unknown.

    What is given of a factor that only sums up others counts as far as the rest allows it. What
    a factor is by definition never without, or never with, is given with it.
    """
    known = with_implied(case.doctrine.factors, given)
    values: dict[str, bool | None] = {
        key: known.get(key, False if case.factors[key].optional else None)
        for key in case.ascriptions
    }
    found = Situation(values, case.derived)
    for key in case.derived:
        if key in given:
            stated = evolve(found, stated={**found.stated, key: given[key]})
            found = stated if stated.possible else found
    return found


def knowing(case: Case, situation: Situation, factor: str, value: bool) -> Situation:
    """Return the situation in which one unknown factor is known, with what that implies."""
    if factor in situation.derived:
        return evolve(situation, stated={**situation.stated, factor: value})
    before = {key: known for key, known in situation.values.items() if known is not None}
    implied = with_implied(case.doctrine.factors, {**before, factor: value})
    return evolve(situation, values={key: implied.get(key) for key in situation.values})


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


def _repeated(failures: frozenset[str], enough: int, case: Case) -> bool | None:
    if len(_occasions(failures, case)) >= enough:
        return True
    return None if len(failures) > 1 else False


def _occasions(facts: frozenset[str], case: Case) -> set[str]:
    return {atom.event for key in facts if isinstance(atom := case.atoms[key], Fact)}
