"""Every element for every party as plain rows: a block for the parties asked the same."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import NO_ELEMENT, ElementId
from okin_lib.doctrine.statuses import Status
from okin_lib.page.badge import badge_of
from okin_lib.page.ground import SILENT, changed, on_other_ground
from okin_lib.page.words import STATUS, firmness, how_it_stands, party_names
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.record.types import PartyId, Side

Findings = Mapping[tuple[ElementId, PartyId], Finding]
"""By element and party."""
Courses = Mapping[PartyId, str]
"""By party, the course of conduct that it is judged by together with others."""


@frozen
class Was:
    """How an element stood before."""

    status: Status
    text: str
    lean: Side | None = None

    @property
    def sign(self) -> str:
        """The sign of its status."""
        return STATUS[self.status].sign


@frozen
class State:
    """How an element stands for ``span`` neighbouring parties."""

    status: Status
    text: str
    grade: str
    lean: Side | None = None
    parties: tuple[PartyId, ...] = ()
    """Their ids."""
    span: int = 1
    collective: bool = False
    """Whether the court made the finding of several parties as one."""
    was: Was | None = None
    """How it stood, if it has changed."""
    other_ground: bool = False
    """Whether it stands as it did, and other passages carry it."""

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
    id: ElementId = NO_ELEMENT


@frozen
class PartyBlock:
    """The parties of whom the same elements are asked, and those elements."""

    parties: tuple[str, ...]
    rows: tuple[ElementStates, ...]
    ids: tuple[PartyId, ...] = ()
    """The ids of the parties."""

    @property
    def claims(self) -> list[tuple[str, list[ElementStates]]]:
        """The rows, claim by claim."""
        return [(claim, list(rows)) for claim, rows in groupby(self.rows, lambda row: row.claim)]


def blocks(case: Case, analysis: Analysis, record: Analysis) -> tuple[PartyBlock, ...]:
    """Return every finding, with what differs from the ``record`` marked."""
    names, courses = party_names(case), _courses(case, analysis)
    was = {(finding.element, finding.party): finding for finding in record.findings}
    found: dict[tuple[PartyId, ...], list[ElementStates]] = {}
    for key, group in groupby(analysis.findings, lambda finding: finding.element):
        findings = list(group)
        states = tuple(_state(case, each, was) for each in cells(findings, was, courses))
        element = case.elements[key]
        found.setdefault(tuple(finding.party for finding in findings), []).append(
            ElementStates(case.claims[element.claim].label, element.label, states, key)
        )
    return tuple(
        PartyBlock(tuple(names[party] for party in asked), tuple(rows), asked)
        for asked, rows in found.items()
    )


def cells(
    findings: Sequence[Finding], was: Findings, courses: Courses = MappingProxyType({})
) -> list[list[Finding]]:
    """Group neighbouring findings that are one thing, and were as one before.

    They are if they stand alike by the same authority, and the court made them as one, or they
    are of a conduct that counts together, or nothing is found of any of them.
    """

    def one(finding: Finding) -> object:
        then = was[finding.element, finding.party]
        together = finding.collective or finding.status in SILENT
        of = "" if together else courses.get(finding.party, finding.party)
        now = (finding.authority, finding.status, finding.grade, finding.lean)
        return of, now, then.status, then.lean, on_other_ground(then, finding)

    return [list(group) for _, group in groupby(findings, one)]


def _courses(case: Case, analysis: Analysis) -> Courses:
    if not pose(case, analysis.scenario).assumption.aggregate:
        return {}
    return {
        key: party.course_of_conduct
        for key, party in case.parties.items()
        if party.course_of_conduct is not None
    }


def _state(case: Case, findings: Sequence[Finding], was: Findings) -> State:
    first = findings[0]
    then = was[first.element, first.party]
    before = Was(then.status, how_it_stands(case, then), then.lean)
    return State(
        status=first.status,
        text=how_it_stands(case, first),
        grade=firmness(first.status, first.grade),
        lean=first.lean,
        parties=tuple(finding.party for finding in findings),
        span=len(findings),
        collective=first.collective,
        was=before if changed(then, first) else None,
        other_ground=on_other_ground(then, first),
    )
