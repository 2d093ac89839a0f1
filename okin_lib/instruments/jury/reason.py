"""What a jury would be asked, party by party. Nothing is found; a question is only put."""

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.jury.data import Remand
from okin_lib.reasoning.types import Analysis, Disposition, Finding
from okin_lib.record.types import PartyId, Support

_ASKED = ("triable", "open")


@frozen
class Issue:
    """A question for the jury, with the finding that it rests on."""

    text: str
    because: Support
    finding: Finding


@frozen
class Besides:
    """A question for the jury of which the opinion decides nothing."""

    text: str
    because: Support


@frozen
class Trial:
    """What a jury would be asked about one party: no issues, no trial."""

    party: PartyId
    issues: tuple[Issue, ...]
    undecided: tuple[Besides, ...]
    dispositions: tuple[Disposition, ...]
    """What becomes of the motion on each claim against it."""


def remand(case: Case, analysis: Analysis) -> tuple[Trial, ...]:
    """Return every party's questions, in the order of the record and of the data.

    A question is put if its element is triable or open for the party, and the motion on the
    claim is denied or open: once it is granted there is nothing to try.
    """
    parties = {finding.party for finding in analysis.findings}
    return tuple(_trial(case, analysis, party) for party in case.parties if party in parties)


def _trial(case: Case, analysis: Analysis, party: PartyId) -> Trial:
    dispositions = tuple(found for found in analysis.dispositions if found.party == party)
    going_on = {found.claim for found in dispositions if found.motion in ("denied", "open")}
    findings = {
        key: found
        for key, found in analysis.findings_of(party).items()
        if found.claim in going_on and found.status in _ASKED
    }
    name, role, found = case.parties[party].name, case.parties[party].role, case.study(Remand)
    return Trial(
        party=party,
        issues=tuple(
            Issue(question.asked_of(name), question.because, findings[question.element])
            for question in found.questions
            if question.element in findings
        ),
        undecided=tuple(
            Besides(each.asked_of(name), each.because)
            for each in found.undecided
            if findings and role in each.roles
        ),
        dispositions=dispositions,
    )
