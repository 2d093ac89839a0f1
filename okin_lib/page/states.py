"""Every element for every party as plain rows: a block for the parties asked the same."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.statuses import Status
from okin_lib.page.badge import badge_of
from okin_lib.page.words import STATUS, firmness, how_it_stands, party_names
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.record.types import NO_PARTY, PartyId

Findings = Mapping[tuple[ElementId, PartyId], Finding]
"""By element and party."""


@frozen
class Was:
    """How an element stood before: as a sign and in words."""

    sign: str
    text: str


@frozen
class State:
    """How an element stands for ``span`` neighbouring parties."""

    status: Status
    text: str
    grade: str
    party: PartyId = NO_PARTY
    """The id of the first of them."""
    span: int = 1
    collective: bool = False
    """Whether the court made the finding of several parties as one."""
    was: Was | None = None
    """How it stood, if it has changed."""

    @property
    def sign(self) -> str:
        """The sign of its status."""
        return STATUS[self.status].sign

    @property
    def badge(self) -> Markup:
        """The badge that shows it."""
        return badge_of(self.status, self.text, self.grade)


@frozen
class ElementStates:
    """One element of a claim, and how it stands across the parties."""

    claim: str
    element: str
    states: tuple[State, ...]


@frozen
class PartyBlock:
    """The parties of whom the same elements are asked, and those elements."""

    parties: tuple[str, ...]
    rows: tuple[ElementStates, ...]

    @property
    def claims(self) -> list[tuple[str, list[ElementStates]]]:
        """The rows, claim by claim."""
        return [(claim, list(rows)) for claim, rows in groupby(self.rows, lambda row: row.claim)]


def blocks(
    case: Case, analysis: Analysis, record: Analysis, only: PartyId = NO_PARTY
) -> tuple[PartyBlock, ...]:
    """Return every finding, with what differs from the ``record`` marked.

    Parameters
    ----------
    only
        The one party whose findings are returned; every party's if empty.
    """
    names = party_names(case)
    was = {(finding.element, finding.party): finding for finding in record.findings}
    found: dict[tuple[str, ...], list[ElementStates]] = {}
    for key, group in groupby(analysis.findings, lambda finding: finding.element):
        findings = [finding for finding in group if only in (NO_PARTY, finding.party)]
        if findings:
            states = tuple(_state(case, each, was) for each in cells(findings, was))
            asked = tuple(names[finding.party] for finding in findings)
            element = case.elements[key]
            found.setdefault(asked, []).append(
                ElementStates(case.claims[element.claim].label, element.label, states)
            )
    return tuple(PartyBlock(parties, tuple(rows)) for parties, rows in found.items())


def cells(findings: Sequence[Finding], was: Findings) -> list[list[Finding]]:
    """Group neighbouring findings that the court made as one, and that were as one before."""

    def one(finding: Finding) -> object:
        if not finding.collective:
            return finding.party
        then = was[finding.element, finding.party]
        now = (finding.authority, finding.status, finding.grade, finding.lean)
        return now, then.status, then.lean

    return [list(group) for _, group in groupby(findings, one)]


def _state(case: Case, findings: Sequence[Finding], was: Findings) -> State:
    first = findings[0]
    then = was[first.element, first.party]
    changed = (then.status, then.lean) != (first.status, first.lean)
    return State(
        status=first.status,
        text=how_it_stands(case, first),
        grade=firmness(first.status, first.grade),
        party=first.party,
        span=len(findings),
        collective=first.collective,
        was=Was(STATUS[then.status].sign, how_it_stands(case, then)) if changed else None,
    )
