"""The verdict: where each party stands, in plain words, and the facts it rests on."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.propositions import named
from okin_lib.page.badge import badge
from okin_lib.page.outcomes import ruled
from okin_lib.page.supposition import supposition
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import graded, listed, party_names
from okin_lib.reasoning.types import Analysis, Disposition, Finding
from okin_lib.record.types import Fact, Hypothetical, PartyId


@frozen
class Standing:
    """One claim against the parties for whom it stands alike.

    Attributes
    ----------
    says
        What becomes of the motion, in whose voice, and how firmly.
    findings
        What the claim turns on, for the first of the parties, as it is for all.
    """

    parties: str
    says: str
    findings: tuple[Finding, ...]


def verdict(case: Case, analysis: Analysis, region: RegionId) -> str:
    """Return the verdict panel."""
    return render(
        "page/verdict",
        case=case,
        region=region,
        supposed=supposition(case, analysis.scenario),
        claims=[
            (claim.label, standings(case, analysis, claim)) for claim in ruled_on(case, analysis)
        ],
        elements=case.elements,
        badge=lambda finding: badge(case, finding),
        facts=rests_on(case, analysis),
    )


def verdict_text(analysis: Analysis, case: Case) -> str:
    """Return the verdict as plain text."""
    lines = [f"Supposed: {supposition(case, analysis.scenario).in_brief}."]
    for claim in ruled_on(case, analysis):
        for standing in standings(case, analysis, claim):
            lines += ["", standing.parties, f"  {claim.label}: {standing.says}"]
            for found in standing.findings:
                lines.append(f"  {case.elements[found.element].label}: {graded(case, found)}")
    return "\n".join(lines)


def standings(case: Case, analysis: Analysis, claim: Claim) -> list[Standing]:
    """Return how the claim stands, parties alike in everything taken together."""
    names, on = party_names(case), _findings(analysis, claim)
    theirs = [found for found in analysis.dispositions if found.claim == claim.id]

    def alike(found: Disposition) -> object:
        shown = [(f.status, f.grade, f.lean) for f in on.get(found.party, ())]
        return found.motion, found.on_appeal, found.grade, shown

    return [
        Standing(
            parties=listed(names[found.party] for found in (first, *rest)),
            says=_says(case, analysis, first),
            findings=on.get(first.party, ()),
        )
        for first, *rest in (list(group) for _, group in groupby(theirs, alike))
    ]


def rests_on(case: Case, analysis: Analysis) -> list[Fact | Hypothetical]:
    """Return the facts that the verdict rests on, in the order of the record."""
    found = [
        finding
        for claim in ruled_on(case, analysis)
        for findings in _findings(analysis, claim).values()
        for finding in findings
    ]
    used = {fact for finding in found for fact in finding.facts}
    return [atom for key, atom in case.atoms.items() if key in used]


def ruled_on(case: Case, analysis: Analysis) -> Iterator[Claim]:
    """Return the claims of the analysis that are ruled on."""
    claims = {found.claim for found in analysis.dispositions}
    return (claim for claim in case.doctrine.claims if claim.parts and claim.id in claims)


def _findings(analysis: Analysis, claim: Claim) -> Mapping[PartyId, tuple[Finding, ...]]:
    """The findings that the claim turns on, by party."""
    turns_on = named(claim.parts) if claim.parts else ()
    on: dict[PartyId, tuple[Finding, ...]] = {}
    for finding in analysis.findings:
        if finding.element in turns_on:
            on[finding.party] = (*on.get(finding.party, ()), finding)
    return on


def _says(case: Case, analysis: Analysis, found: Disposition) -> str:
    if found.motion == "not-addressed":
        return ruled(case, found)
    voice = _voice(case, analysis, found)
    firmly = voice if found.grade == "open" else f"{voice}; {found.grade}"
    return f"{ruled(case, found)} ({firmly})"


def _voice(case: Case, analysis: Analysis, found: Disposition) -> str:
    if found.grade != "decided" or analysis.scenario.alters_record:
        return "in this model"
    if not case.record.called.of_a_court:
        return case.record.called.held
    reviewed = found.on_appeal != "not-addressed"
    return "the court held" if reviewed else "the district court held"
