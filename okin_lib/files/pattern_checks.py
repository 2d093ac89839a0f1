"""What is wrong with a fact pattern beyond its form: names, and what cannot all be so."""

from collections.abc import Iterator

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.contradiction import contradictions
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.patterns import PatternLaw
from okin_lib.files.case_checks import expectation_problems, reading_problems
from okin_lib.page.casing import uncapitalized
from okin_lib.patterns.pattern import Either, Pattern, PatternParty, given, known
from okin_lib.patterns.pattern_analysis import asked_elements, pleaded
from okin_lib.patterns.pattern_cases import set_aside
from okin_lib.reasoning.motion import asked
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import PartyId


def pattern_problems(pattern: Pattern, case: Case) -> Iterator[Problem]:
    """Yield everything that is wrong with the pattern."""
    parties, doctrine = pattern.parties, case.doctrine
    yield from misnamed("party", [party.id for party in parties])
    for party in parties:
        yield from _party(pattern, party, case)
    named = [pattern.precedent] if pattern.precedent else []
    yield from unknown("precedent", named, [precedent.id for precedent in doctrine.precedents])
    yield from _wrongdoer(pattern, case)
    yield from _claims(pattern, case)
    yield from _eithers(pattern, case)
    yield from reading_problems(pattern.readings, case)
    roles = {party.id: party.role for party in parties}
    yield from expectation_problems(pattern.expect, roles, case)
    yield from _not_pleaded(pattern, case)


def _party(pattern: Pattern, party: PatternParty, case: Case) -> Iterator[Problem]:
    municipalities = [each.id for each in pattern.parties if each.role == "municipality"]
    yield from unknown("factor", party.factors, _factors(case))
    yield from unknown("factor given a value here", party.because, list(party.factors))
    employer = [party.employer] if party.employer else []
    yield from unknown("municipality among the parties", employer, municipalities)
    if party.role == "municipality" and not party.color_of_law:
        said = "'color_of_law' is said of an officer, and this is a municipality: take it out"
        yield Problem(place_of(party.id), f"of '{party.id}', {said}")
    for found in contradictions(case.factors.values(), given(case, pattern, party)):
        own = [key for key in party.factors if key in (found.factor, found.other)]
        yield Problem(place_of(own[-1]), f"of '{party.id}', {found}")


def _factors(case: Case) -> list[FactorId]:
    """What a file can give: not what its `violence` says, nor what the opinion leaves open."""
    return [
        key
        for key, factor in case.factors.items()
        if key != case.doctrine.domestic and not factor.arises.undecided
    ]


def _wrongdoer(pattern: Pattern, case: Case) -> Iterator[Problem]:
    """Yield what cannot be so where no private person did the harm, or where one did."""
    if pattern.wrongdoer != "none":
        yield from _of_no_kind(pattern, case)
        return
    if pattern.violence == "domestic":
        said = "'violence' is domestic and 'wrongdoer' is none, which cannot both be so"
        yield Problem(place_of(pattern.title), f"{said}: change one")
    presupposing = case.study(PatternLaw).of_a_wrongdoer
    for party in pattern.parties:
        values = given(case, pattern, party)
        for key in presupposing:
            if values.get(key):
                at = next((own for own in party.factors if own == key), party.id)
                said = f"of '{party.id}', '{key}' is true and 'wrongdoer' is none"
                yield Problem(place_of(at), f"{said}, which cannot both be so: change one")


def _of_no_kind(pattern: Pattern, case: Case) -> Iterator[Problem]:
    """Yield a problem for a party of whose case every kind of private harm is denied."""
    spoken_of = case.study(PatternLaw).of_private_harm
    kinds, because = spoken_of.kinds, spoken_of.because
    for party in pattern.parties:
        if party.role == "officer" and all(
            known(case, pattern, party).get(kind) is False for kind in kinds
        ):
            said = f"of '{party.id}', private harm is said to be none of {', '.join(kinds)}"
            remedy = "make one true, or unknown, or say 'wrongdoer: none'"
            law = f"{uncapitalized(because.text)} ({because.page})"
            at = next((own for own in party.factors if own in kinds), party.id)
            yield Problem(place_of(at), f"{said}; {law}: {remedy}")


def _claims(pattern: Pattern, case: Case) -> Iterator[Problem]:
    pleadable = {claim.id: claim for claim in case.doctrine.claims if claim.parts is not None}
    yield from unknown("claim that can be pleaded", pattern.claims, pleadable)
    for at, name in enumerate(pattern.claims):
        if name in pattern.claims[:at]:
            yield Problem(place_of(name), f"the claim '{name}' is named twice: remove one")
        elif name in pleadable:
            roles = {party.role for party in pattern.parties}
            if not any(asked(case, pleadable[name], role) for role in roles):
                said = f"no party is one of whom '{name}' is asked: add one, or leave it out"
                yield Problem(place_of(name), said)


def _not_pleaded(pattern: Pattern, case: Case) -> Iterator[Problem]:
    claims = [claim.id for claim in pleaded(case, pattern)]
    elements = asked_elements(case, pattern)
    for each in pattern.expect:
        known = each.of in case.elements or each.of in case.claims
        if pattern.claims and known and each.of not in (*claims, *elements):
            said = f"'{each.of}' is of no claim that is pleaded: add its claim to 'claims'"
            yield Problem(place_of(each.of), said)


def _eithers(pattern: Pattern, case: Case) -> Iterator[Problem]:
    parties = {party.id: party for party in pattern.parties}
    sound = True
    for each in pattern.either:
        for problem in _either(each, parties, case):
            sound = False
            yield problem
    if sound and all(party.factors.keys() <= case.factors.keys() for party in pattern.parties):
        for party in pattern.parties:
            gone = set_aside(case, pattern, party)
            for each in pattern.either:
                if each.id in gone:
                    said = f"of '{party.id}', {each} cannot be so with what else is given"
                    yield Problem(place_of(each.factors[0]), f"{said}: change one")


def _either(each: Either, parties: dict[PartyId, PatternParty], case: Case) -> Iterator[Problem]:
    """Yield what is wrong with an either by itself."""
    at = next((place_of(name) for name in (*each.factors, *each.parties)), None)
    if at is None or not each.parties or not each.factors:
        at = at or place_of(next(iter(parties)))
        yield Problem(at, "an 'either' names no party, or no factor: name what may be so, of whom")
        return
    yield from unknown("party", each.parties, parties)
    yield from unknown("factor", each.factors, _factors(case))
    if len(set(each.parties)) * len(set(each.factors)) < 2:
        said = "an 'either' of one factor of one party leaves no choice"
        yield Problem(at, f"{said}: give the factor under the party, or name another")
    for party in (parties[name] for name in each.parties if name in parties):
        if party.role == "municipality" and len(each.parties) > 1:
            said = (
                f"'{party.id}' is a municipality, which is not one of several who may have acted"
            )
            yield Problem(at, f"{said}: name its officers")
        for key in each.factors:
            if key in party.factors:
                said = f"of '{party.id}', '{key}' is given a value and stands in an 'either'"
                yield Problem(place_of(key), f"{said}: remove one")
