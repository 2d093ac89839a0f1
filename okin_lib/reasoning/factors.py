"""From facts to factors: how the facts that stand give rise to a party's situation."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.contradiction import with_implied
from okin_lib.doctrine.factors import Ascription, Factor, FactorId
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.posed import Assumption, Posed, Scope
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import Fact, FactId, PartyId


def situation(posed: Posed, party: PartyId) -> Situation:
    """Return the party's situation where the facts that are posed stand."""
    values = _on_record(posed.case, party, posed.assumption)
    return Situation({**values, **_ascribed(posed, party, posed.moved)}, posed.case.derived)


@lru_cache(maxsize=256)  # most switches leave most factors alone: a tenth of an analysis without
def _on_record(
    case: Case, party: PartyId, assumption: Assumption
) -> Mapping[FactorId, bool | None]:
    """What factors come to for the party where every fact of the record stands, and no other."""
    record = Posed(case, Scenario(), (), assumption, case.record_on)
    return _ascribed(record, party, case.ascribed)


def _ascribed(
    posed: Posed, party: PartyId, factors: Collection[FactorId]
) -> dict[FactorId, bool | None]:
    if not factors:
        return {}
    every, feeds = posed.case.ascribed, posed.case.feeds
    felt = posed.on & frozenset().union(*(feeds[key] for key in factors))
    alone, shared = posed.own(party).among(felt), posed.whose(party).among(felt)
    return {
        key: _ascribe(every[key], alone if every[key].arises.own else shared, posed)
        for key in factors
    }


def situation_of(case: Case, given: Mapping[FactorId, bool]) -> Situation:
    """Return the situation in which the factors ``given`` are so, and others are unknown.

    What is given of a factor that only sums up others counts as far as the rest allows it. What
    a factor is by definition never without, or never with, is given with it, and so is that of
    which it is evidence.
    """
    known = _with_what_it_shows(case, given)
    values: dict[FactorId, bool | None] = {
        key: known.get(key, False if factor.optional else None)
        for key, factor in case.ascribed.items()
    }
    found = Situation(values, case.derived)
    for key in case.derived:
        if key in given:
            stated = evolve(found, stated={**found.stated, key: given[key]})
            found = stated if stated.possible else found
    return found


def knowing(case: Case, situation: Situation, factor: FactorId, value: bool) -> Situation:
    """Return the situation in which one unknown factor is known, with what that implies."""
    if factor in situation.derived:
        return evolve(situation, stated={**situation.stated, factor: value})
    before = {key: known for key, known in situation.values.items() if known is not None}
    implied = _with_what_it_shows(case, {**before, factor: value})
    return evolve(situation, values={key: implied.get(key) for key in situation.values})


def _with_what_it_shows(case: Case, given: Mapping[FactorId, bool]) -> Mapping[FactorId, bool]:
    """Return the values, what they imply, and what they are evidence of and is not denied."""
    known = with_implied(case.doctrine.implied, given)
    shown = {
        other: True
        for factor, other in case.doctrine.shown
        if known.get(factor) and other not in known
    }
    return with_implied(case.doctrine.implied, {**known, **shown}) if shown else known


def left_undecided(case: Case, situation: Situation) -> frozenset[FactorId]:
    """Return the factors that are unknown only because the opinion leaves a point undecided.

    No fact would make one of them known: each is, once the point is decided one way or the other.
    """
    points = [key for key, factor in case.ascribed.items() if factor.arises.undecided]
    either = [_decided(situation, points, value) for value in (True, False)]
    return frozenset(
        factor
        for factor in case.factors
        if situation.value(factor) is None
        and all(decided.value(factor) is not None for decided in either)
    )


def _decided(situation: Situation, points: Iterable[FactorId], value: bool) -> Situation:
    for point in points:
        situation = situation.supposing(point, value)
    return situation


def _ascribe(factor: Factor, present: Scope, posed: Posed) -> bool | None:
    rule = factor.arises
    if rule.always is not None or rule.undecided:
        return rule.always
    anyhow = present.facts if present.doubtful else present.firm
    if not anyhow.isdisjoint(rule.defeated_by):
        return False
    if rule.follows:
        return _followed(rule, anyhow, posed)
    return _arisen(factor, present.firm, anyhow, posed.case)


def _arisen(
    factor: Factor, firm: frozenset[FactId], anyhow: frozenset[FactId], case: Case
) -> bool | None:
    """Whether the factor arises from facts that count certainly, and that count at all."""
    rule = factor.arises
    if not firm.isdisjoint(rule.any_of) or (rule.relied and firm.issuperset(rule.relied)):
        return True
    if rule.failures:
        return _repeated(rule, firm, anyhow, case)
    if rule.one_response:
        return len(_occasions(anyhow.intersection(rule.one_response), case)) == 1
    if not anyhow.isdisjoint((*rule.any_of, *rule.relied, *rule.also)):
        return None
    return None if factor.absence == "not-known" else False


def _followed(rule: Ascription, own: frozenset[FactId], posed: Posed) -> bool | None:
    """Whether something of ``any_of``, whoever it concerns, came after one of ``follows``.

    What is supposed has no date, and so may have come first; what is recited without one may have
    come last.
    """
    dates, acts = posed.case.dates, own.intersection(rule.follows)
    days, harm = days_of_harm(posed.case, rule), posed.on.intersection(rule.any_of)
    dated = [dates[fact] for fact in acts if fact in dates]
    if harm and dated and min(dated) < max(map(days.__getitem__, harm)):
        return True
    undated = len(dated) < len(acts) or any(not dates[fact] for fact in harm)
    return None if harm and acts and undated else False


def days_of_harm(case: Case, rule: Ascription) -> Mapping[FactId, str]:
    """Return the day of each of ``any_of``; what is recited without one followed the first act."""
    dates = case.dates
    first = min((date for fact in rule.follows if (date := dates.get(fact))), default="")
    return {fact: dates[fact] or f"{first}+" for fact in rule.any_of}


def _repeated(
    rule: Ascription, firm: frozenset[FactId], anyhow: frozenset[FactId], case: Case
) -> bool | None:
    failures = anyhow.intersection(rule.failures)
    if len(_occasions(failures, case)) >= rule.occasions:
        return True
    return None if len(failures) > 1 or not firm.isdisjoint(rule.also) else False


def _occasions(facts: frozenset[FactId], case: Case) -> set[str]:
    return {atom.event for key in facts if isinstance(atom := case.atoms[key], Fact)}
