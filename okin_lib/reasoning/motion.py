"""What becomes of the motion, claim by claim and party by party."""

from collections.abc import Mapping

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim, Ruling
from okin_lib.doctrine.propositions import named
from okin_lib.doctrine.readings import stands
from okin_lib.doctrine.statuses import Grade, Motion, OnAppeal
from okin_lib.reasoning.decide import outcome, structure
from okin_lib.reasoning.outcome import Weighed, combine
from okin_lib.reasoning.party_case import PartyCase
from okin_lib.reasoning.posed import Posed
from okin_lib.reasoning.types import Disposition
from okin_lib.record.types import Role, Support

ON_APPEAL: Mapping[Motion, OnAppeal] = {
    "granted": "affirmed",
    "denied": "reversed",
    "open": "open",
    "not-addressed": "not-addressed",
    "not-stated": "not-addressed",
}


def dispositions(posed: Posed, cases: Mapping[str, PartyCase]) -> tuple[Disposition, ...]:
    """Return the disposition of every claim that a ruling of the case concerns."""
    case, readings = posed.case, dict(posed.readings)
    rulings = case.doctrine.rulings
    ruled = {(ruling.claim, party) for ruling in rulings for party in ruling.parties}
    return tuple(
        _dispose(case, claim, party, cases, readings)
        for claim in case.doctrine.claims
        for party in case.parties
        if (claim.id, party) in ruled
    )


def _dispose(
    case: Case,
    claim: Claim,
    party: str,
    cases: Mapping[str, PartyCase],
    readings: Mapping[str, str],
) -> Disposition:
    ruling = _ruling(case, claim, party, readings)
    on_record = all(own.on_record for own in cases.values())
    if ruling and (on_record or ruling.motion == "not-addressed"):
        return _disposition(claim, party, ruling.motion, "decided", ruling)
    if asked(case, claim, case.parties[party].role):
        weighed = survives(cases[party], claim)
        because = tuple(
            support for key in elements_of(claim) for support in outcome(cases[party], key).because
        )
        return _disposition(claim, party, motion(weighed), weighed.grade, ruling, because)
    weighed = _through_its_officers(case, claim, party, cases)
    return _disposition(claim, party, motion(weighed), weighed.grade, ruling)


def asked(case: Case, claim: Claim, role: Role) -> bool:
    """Return whether the claim's elements are asked of parties in the role."""
    return any(role in case.elements[key].applies for key in elements_of(claim))


def survives(own: PartyCase, claim: Claim) -> Weighed:
    """Return whether the claim survives the motion, for the party whose case it is."""
    if claim.parts is None:
        return Weighed(None, "open", None)
    return structure(own, claim.parts)


def _through_its_officers(
    case: Case, claim: Claim, municipality: str, cases: Mapping[str, PartyCase]
) -> Weighed:
    """A municipality the ruling names beside its officers goes as they go."""
    theirs = [
        survives(own, claim)
        for key, own in cases.items()
        if case.parties[key].employer == municipality
    ]
    together = combine("any", theirs)
    return together if together.truth is False else Weighed(None, "open", together.lean)


def _ruling(case: Case, claim: Claim, party: str, readings: Mapping[str, str]) -> Ruling | None:
    for ruling in case.doctrine.rulings:
        if ruling.claim == claim.id and party in ruling.parties and stands(ruling.under, readings):
            return ruling
    return None


def motion(weighed: Weighed) -> Motion:
    """Return what becomes of a motion against a claim that stands so."""
    if weighed.truth is None:
        return "open"
    return "denied" if weighed.truth else "granted"


def _disposition(
    claim: Claim,
    party: str,
    motion: Motion,
    grade: Grade,
    ruling: Ruling | None,
    because: tuple[Support, ...] = (),
) -> Disposition:
    reviewed = ruling is None or ruling.on_appeal != "not-addressed"
    same = ruling is not None and ruling.motion == motion
    return Disposition(
        claim=claim.id,
        party=party,
        motion=motion,
        on_appeal=ON_APPEAL[motion] if reviewed else "not-addressed",
        grade=grade,
        because=ruling.because if ruling is not None and same else because,
    )


def elements_of(claim: Claim) -> tuple[str, ...]:
    """Return the ids of the elements that make up the claim, in order."""
    return () if claim.parts is None else named(claim.parts)
