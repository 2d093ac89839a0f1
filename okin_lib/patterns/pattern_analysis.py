"""A fact pattern put to the law of this opinion.

Nothing that the court held of its own record counts in it: only the rules that the opinion
states, and what precedent forces. A factor that is not given is unknown, and unknown is never
taken as absent; in a whole record, what a party must show and does not name is not shown.
"""

from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.patterns import LimitName, PatternLaw, PostureRule, Silence
from okin_lib.doctrine.statuses import Grade
from okin_lib.patterns.pattern import Pattern, limits
from okin_lib.patterns.pattern_cases import binds, pattern_cases, set_aside
from okin_lib.reasoning.analysis import finding, turned_on
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.motion import asked, elements_of, motion, survives
from okin_lib.reasoning.outcome import weakest
from okin_lib.reasoning.party_case import PartyCase
from okin_lib.reasoning.types import Disposition, Finding
from okin_lib.record.types import NO_PARTY, PartyId


@frozen
class PatternAnalysis:
    """Every finding and disposition of a fact pattern, party by party."""

    pattern: Pattern
    findings: tuple[Finding, ...]
    dispositions: tuple[Disposition, ...]
    set_aside: Mapping[PartyId, tuple[FactorId, ...]]
    """By party, factors given that what else is given contradicts; they are not counted."""
    notice: str
    """What a reader must know of the answer as a whole; empty if there is nothing."""
    cases: Mapping[PartyId, PartyCase] = field(eq=False, repr=False)
    """By party, the case that its findings are of."""


def analyze_pattern(case: Case, pattern: Pattern) -> PatternAnalysis:
    """Return every finding and disposition of the pattern, on the claims that are pleaded.

    Raises
    ------
    UnknownName
        For a reading or a value of one that the case does not have.
    """
    cases, silence = pattern_cases(case, pattern), _silence(case, pattern)
    return PatternAnalysis(
        pattern=pattern,
        findings=tuple(
            _no_firmer(
                finding(element, party.id, outcome(own, key), turned_on(own, key), ()), silence
            )
            for key in asked_elements(case, pattern)
            for element in [case.elements[key]]
            for party in pattern.parties
            if party.role in element.applies
            for own in [cases[party.id]]
        ),
        dispositions=tuple(_dispositions(case, pattern, cases, silence)),
        set_aside={
            party.id: gone
            for party in pattern.parties
            if (gone := set_aside(case, pattern, party))
        },
        notice=" ".join(_notice(case, pattern, silence)),
        cases=cases,
    )


def posture_rule(case: Case, pattern: Pattern) -> PostureRule | None:
    """Return what the pattern's motion asks; None if its posture is unknown."""
    if pattern.posture == "unknown":
        return None
    return case.study(PatternLaw).postures[pattern.posture]


def pleaded(case: Case, pattern: Pattern) -> tuple[Claim, ...]:
    """Return the claims that are pleaded, in the order of the doctrine."""
    claims = (claim for claim in case.doctrine.claims if claim.parts is not None)
    return tuple(claim for claim in claims if not pattern.claims or claim.id in pattern.claims)


def asked_elements(case: Case, pattern: Pattern) -> tuple[ElementId, ...]:
    """Return the elements of the claims pleaded, those that these are made of included."""
    claims = pleaded(case, pattern)
    found = {claim.id for claim in claims}
    found |= {case.elements[key].claim for claim in claims for key in elements_of(claim)}
    return tuple(key for key, element in case.elements.items() if element.claim in found)


def _silence(case: Case, pattern: Pattern) -> Silence | None:
    rule = posture_rule(case, pattern)
    return rule.silent_on if rule else None


def _no_firmer(found: Finding, silence: Silence | None) -> Finding:
    """Return the finding, "strong" at most on a claim that is never spoken of in the posture."""
    return evolve(found, grade=_capped(found.claim, found.grade, silence))


def _capped(claim: str, grade: Grade, silence: Silence | None) -> Grade:
    return weakest([grade, "strong"]) if silence and claim in silence.claims else grade


def _notice(case: Case, pattern: Pattern, silence: Silence | None) -> Iterator[str]:
    """Say where the answer goes beyond what the opinion says."""
    if not binds(case, pattern):
        names = case.doctrine.court_names
        other = names.find(pattern.court, names.others)
        if not other:
            yield f"{pattern.court} was taken for another court."
        yield (
            f"The precedents of this opinion do not bind {other or 'it'}, so whether the "
            "right was clearly established there is not stated."
        )
    for name, parties in _limited(pattern).items():
        of = "" if len(parties) == len(pattern.parties) else f"Of {', '.join(parties)}: "
        because = case.study(PatternLaw).limits[name].because
        yield of + " ".join(f"{each.text} ({each.page})" for each in because)
    if silence and any(claim.id in silence.claims for claim in pleaded(case, pattern)):
        yield from (f"{each.text} ({each.page})" for each in silence.because)


def _limited(pattern: Pattern) -> Mapping[LimitName, list[str]]:
    """By what is said of which the rules do not speak, the parties of whom it is said."""
    found: dict[LimitName, list[str]] = {}
    for party in pattern.parties:
        for name in limits(pattern, party):
            found.setdefault(name, []).append(party.name or party.id)
    return found


def _dispositions(
    case: Case, pattern: Pattern, cases: Mapping[PartyId, PartyCase], silence: Silence | None
) -> Iterator[Disposition]:
    found: dict[tuple[str, int], Disposition] = {}
    for claim in pleaded(case, pattern):
        for party in pattern.parties:
            if asked(case, claim, party.role):
                own = cases[party.id]
                same = claim.id, id(own)
                if same not in found:
                    found[same] = _disposition(own, claim, silence)
                yield evolve(found[same], party=party.id)


def _disposition(own: PartyCase, claim: Claim, silence: Silence | None) -> Disposition:
    weighed = survives(own, claim)
    statuses = {outcome(own, key).status for key in elements_of(claim)}
    silent = weighed.truth is None and "not-stated" in statuses
    return Disposition(
        claim=claim.id,
        party=NO_PARTY,
        motion="not-stated" if silent else motion(weighed),
        on_appeal="not-addressed",
        grade=_capped(claim.id, weighed.grade, silence),
        because=(),
    )
