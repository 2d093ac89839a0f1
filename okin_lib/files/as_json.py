"""An analysis as plain data: the JSON that other programs read. Its form is stable."""

from typing import TYPE_CHECKING, Any

from attrs import asdict

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.patterns import PostureRule
from okin_lib.files.link_code import encode
from okin_lib.files.motion_words import motion_words
from okin_lib.page.sides import argued
from okin_lib.patterns.pattern import with_parties_of
from okin_lib.patterns.pattern_analysis import PatternAnalysis, pleaded, posture_rule
from okin_lib.patterns.unknowns import unknowns
from okin_lib.reasoning.posed import full_readings
from okin_lib.reasoning.scenario import shared
from okin_lib.reasoning.types import Analysis, Disposition, Finding
from okin_lib.record.types import NO_PARTY, PartyId, Support

if TYPE_CHECKING:  # working a file takes what reads YAML, which is slow to import
    from okin_lib.files.worked import Worked


def as_data(case: Case, analysis: Analysis) -> dict[str, Any]:
    """Return the analysis as plain data, ready for JSON."""
    scenario = analysis.scenario
    return {
        "case": case.record.title,
        "law": case.record.law,
        "scenario": {
            "without": [f.id for f in case.record.facts if f.id in scenario.without],
            "with": [h.id for h in case.record.hypotheticals if h.id in scenario.added],
            "readings": full_readings(case, scenario),
            "year": scenario.year or case.record.conduct_year,
            "code": encode(case, shared(case, scenario)),
        },
        "findings": [_finding(case, finding) for finding in analysis.findings],
        "dispositions": [_disposition(found) for found in analysis.dispositions],
    }


def worked_as_data(case: Case, worked: "Worked") -> dict[str, Any]:
    """Return one analysis of a file as plain data, with what was expected and is not so."""
    found = worked.analysis
    shown = _pattern(case, found) if isinstance(found, PatternAnalysis) else as_data(case, found)
    misses = [asdict(miss) for miss in worked.misses]
    expected = {"expected": len(worked.expected), "not_as_expected": misses}
    return {"supposing": worked.supposing, **shown, **expected}


def _pattern(case: Case, found: PatternAnalysis) -> dict[str, Any]:
    pattern, rule = found.pattern, posture_rule(case, found.pattern)
    told = with_parties_of(case, pattern)
    return {
        "law": case.record.law,
        "pattern": {
            "title": pattern.title,
            "date": pattern.date,
            "court": pattern.court,
            "posture": pattern.posture,
            "violence": pattern.violence,
            "readings": {**case.defaults, **pattern.readings},
            "complete": pattern.complete,
            "custody": pattern.custody,
            "wrongdoer": pattern.wrongdoer,
            "claims": [claim.id for claim in pleaded(case, pattern)],
        },
        "standard": _standard(case, rule),
        "notice": found.notice,
        "findings": [_finding(told, finding) for finding in found.findings],
        "dispositions": [
            {**_disposition(each), "words": motion_words(each, rule)}
            for each in found.dispositions
        ],
        "set_aside": {party: list(factors) for party, factors in found.set_aside.items()},
        "unknowns": [asdict(unknown) for unknown in unknowns(case, found)],
    }


def _standard(case: Case, rule: PostureRule | None) -> dict[str, Any] | None:
    """Return what the motion asks, and what its answers mean; None if that is not known."""
    if rule is None:
        return None
    because = [_support(case, support, NO_PARTY) for support in rule.because]
    return {
        "motion": rule.motion,
        "asks": rule.asks,
        "statuses": dict(rule.statuses),
        "because": because,
    }


def _finding(case: Case, finding: Finding) -> dict[str, Any]:
    party = finding.party
    return {
        "claim": finding.claim,
        "element": finding.element,
        "party": party,
        "kind": finding.kind,
        "status": finding.status,
        "grade": finding.grade,
        "lean": None if finding.lean is None else case.record.sides[finding.lean].id,
        "because": [_support(case, support, party) for support in finding.because],
        "leaning": [_support(case, support, party, leaning=True) for support in finding.leaning],
        "facts": list(finding.facts),
    }


def _support(
    case: Case, support: Support, party: PartyId, leaning: bool = False
) -> dict[str, str]:
    return {
        "text": argued(case, support, party, leaning) + support.text,
        "page": support.page,
        "quote": support.quote,
        "speaker": support.speaker,
        "weight": support.weight,
    }


def _disposition(found: Disposition) -> dict[str, str]:
    return {
        "claim": found.claim,
        "party": found.party,
        "motion": found.motion,
        "on_appeal": found.on_appeal,
        "grade": found.grade,
    }
