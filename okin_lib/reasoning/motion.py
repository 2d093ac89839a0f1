"""What becomes of the motion, claim by claim and party by party."""

from collections.abc import Collection, Mapping, Sequence

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim, Ruling
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.propositions import named
from okin_lib.doctrine.readings import stands
from okin_lib.doctrine.statuses import Grade, Motion, OnAppeal
from okin_lib.reasoning.decide import outcome, structure
from okin_lib.reasoning.outcome import Weighed, combine
from okin_lib.reasoning.party_case import PartyCase
from okin_lib.reasoning.posed import Posed
from okin_lib.reasoning.types import Disposition
from okin_lib.record.types import PartyId, Role, Support

ON_APPEAL: Mapping[Motion, OnAppeal] = {
    "granted": "affirmed",
    "denied": "reversed",
    "open": "open",
    "not-addressed": "not-addressed",
    "not-stated": "not-addressed",
}


def dispositions(
    posed: Posed, cases: Mapping[PartyId, PartyCase], asked_of: Collection[str]
) -> tuple[Disposition, ...]:
    """Return the disposition of each of these claims that a ruling of the case concerns."""
    case, readings = posed.case, dict(posed.readings)
    claims = [claim for claim in case.doctrine.claims if claim.id in asked_of]
    rulings = case.doctrine.rulings
    ruled = {(ruling.claim, party) for ruling in rulings for party in ruling.parties}
    standing = {
        (each.claim, party): each
        for each in reversed(rulings)  # so that the first of several stands
        if stands(each.under, readings)
        for party in each.parties
    }
    on_record = all(own.on_record for own in cases.values())
    survival = _survival(case, cases, claims)
    return tuple(
        _ruled(claim, party, ruling)
        if ruling and (on_record or ruling.motion == "not-addressed")
        else _dispose(case, claim, party, survival, ruling)
        for claim in claims
        for party in case.parties
        if (claim.id, party) in ruled
        for ruling in [standing.get((claim.id, party))]
    )


Survival = Mapping[tuple[str, PartyId], tuple[Weighed, tuple[Support, ...]]]
"""By claim and party, whether the claim survives the motion, and the reasons of its elements."""


def _survival(case: Case, cases: Mapping[PartyId, PartyCase], claims: Sequence[Claim]) -> Survival:
    """What is found once for parties who share a case."""
    found: dict[tuple[str, PartyId | None], tuple[Weighed, tuple[Support, ...]]] = {}
    for own in dict.fromkeys(cases.values()):
        for claim in claims:
            if asked(case, claim, _role(case, own)):
                reasons = (outcome(own, key).because for key in elements_of(claim))
                because = tuple(reason for each in reasons for reason in each)
                found[claim.id, own.party] = survives(own, claim), because
    return {
        (claim.id, party): found[claim.id, own.party]
        for party, own in cases.items()
        for claim in claims
        if (claim.id, own.party) in found
    }


def _role(case: Case, own: PartyCase) -> Role:
    assert own.party is not None  # only in a fact pattern is it no one's
    return case.parties[own.party].role


def _ruled(claim: Claim, party: PartyId, ruling: Ruling) -> Disposition:
    return _disposition(claim, party, ruling.motion, "decided", ruling, ruling.because)


def _dispose(
    case: Case, claim: Claim, party: PartyId, survival: Survival, ruling: Ruling | None
) -> Disposition:
    if (claim.id, party) in survival:
        weighed, because = survival[claim.id, party]
        return _disposition(claim, party, motion(weighed), weighed.grade, ruling, because)
    weighed, because = _through_its_officers(case, claim, party, survival)
    return _disposition(claim, party, motion(weighed), weighed.grade, ruling, because)


def asked(case: Case, claim: Claim, role: Role) -> bool:
    """Return whether the claim's elements are asked of parties in the role."""
    return any(role in case.elements[key].applies for key in elements_of(claim))


def survives(own: PartyCase, claim: Claim) -> Weighed:
    """Return whether the claim survives the motion, for the party whose case it is."""
    if claim.parts is None:
        return Weighed(None, "open", None)
    return structure(own, claim.parts)


def _through_its_officers(
    case: Case, claim: Claim, municipality: PartyId, survival: Survival
) -> tuple[Weighed, tuple[Support, ...]]:
    """A municipality the ruling names beside its officers goes as they go, for their reasons."""
    theirs = [
        survival[claim.id, officer.id]
        for officer in case.officers
        if officer.employer == municipality and (claim.id, officer.id) in survival
    ]
    together = combine("any", [weighed for weighed, _ in theirs])
    because = tuple(dict.fromkeys(reason for _, reasons in theirs for reason in reasons))
    if together.truth is False:
        return together, because
    return Weighed(None, "open", together.lean), because


def motion(weighed: Weighed) -> Motion:
    """Return what becomes of a motion against a claim that stands so."""
    if weighed.truth is None:
        return "open"
    return "denied" if weighed.truth else "granted"


def _disposition(
    claim: Claim,
    party: PartyId,
    motion: Motion,
    grade: Grade,
    ruling: Ruling | None,
    because: tuple[Support, ...] = (),
) -> Disposition:
    reviewed = ruling is None or ruling.on_appeal != "not-addressed"
    return Disposition(
        claim=claim.id,
        party=party,
        motion=motion,
        on_appeal=ON_APPEAL[motion] if reviewed else "not-addressed",
        grade=grade,
        because=because,
    )


def elements_of(claim: Claim) -> tuple[ElementId, ...]:
    """Return the ids of the elements that make up the claim, in order."""
    return () if claim.parts is None else named(claim.parts)
