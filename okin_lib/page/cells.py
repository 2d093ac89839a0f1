"""What the tables of findings say: a row for each element, a cell for what is one finding."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import Element, ElementId
from okin_lib.doctrine.statuses import Motion, Status
from okin_lib.page.outcomes import becomes
from okin_lib.page.outline import negated, outline
from okin_lib.page.states import ElementStates, PartyBlock, State, Was
from okin_lib.page.words import listed
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import PartyId

BRIEF: Mapping[Status, str] = {"no-genuine-issue": "no issue", "open": "open"}
"""Where a cell is narrow, what stands for words that are long; its shape leans as they do."""
WIDE = 3
OPPOSITE: Mapping[Status, Status] = {"yes": "no", "no": "yes"}


@frozen
class StateCell:
    """A finding as a button: its shape, its word, and all of it as a sentence."""

    id: str
    state: State
    bead: Status
    """Filled where it lets the claim go on."""
    was: Status | None
    word: str
    sentence: str


@frozen
class TableRow:
    """An element across the parties."""

    id: ElementId
    name: str
    full: str
    under: bool
    """Whether it makes up a whole that stands above it."""
    cells: tuple[StateCell, ...]


@frozen
class MotionCell:
    """What becomes of a claim of neighbouring parties, and what became of it if otherwise."""

    claim: Claim
    motion: Motion
    was: Motion | None
    parties: tuple[PartyId, ...]

    @property
    def words(self) -> str:
        """What becomes of it."""
        return becomes(self.claim, self.motion).short

    @property
    def before(self) -> str:
        """What became of it; nothing if that is the same."""
        return becomes(self.claim, self.was).short if self.was else ""


@frozen
class Table:
    """The parties of whom the same is asked: claim by claim, and what becomes of the motion."""

    claims: tuple[tuple[str, tuple[TableRow, ...]], ...]
    """By what each claim is called, its elements."""
    heads: tuple[tuple[PartyId, str], ...]
    outcomes: tuple[MotionCell, ...]
    every: bool
    """Whether they are all of whom anything is asked."""


def table(case: Case, block: PartyBlock, analysis: Analysis, record: Analysis) -> Table:
    """Return a block as a table."""
    states = {row.id: row for row in block.rows}
    rows = [_row(case, states[key], under) for key, under in outline(case, states)]
    by_claim = groupby(rows, lambda row: case.elements[row.id].claim)
    claims = {claim: tuple(its) for claim, its in by_claim}
    return Table(
        claims=tuple((case.claims[claim].label, its) for claim, its in claims.items()),
        heads=tuple(zip(block.ids, block.parties, strict=True)),
        outcomes=tuple(
            outcome
            for claim in claims
            for outcome in _outcomes(case.claims[claim], block.ids, analysis, record)
        ),
        every=len(block.ids) == len({finding.party for finding in analysis.findings}),
    )


def _row(case: Case, found: ElementStates, under: bool) -> TableRow:
    element, inverse = case.elements[found.id], found.id in negated(case)
    return TableRow(
        id=element.id,
        name=element.short or element.label,
        full=element.label,
        under=under,
        cells=tuple(_cell(case, element, state, inverse) for state in found.states),
    )


def _cell(case: Case, element: Element, state: State, inverse: bool) -> StateCell:
    """A cell; if the claim needs the element not to hold, it is drawn as what that comes to."""
    said, was = _said(element, state, inverse), state.was
    before = f". It was {_said(element, was, inverse)}" if was else ""
    ground = ", on other ground" if state.other_ground else ""
    who = listed(case.parties[party].name for party in state.parties)
    return StateCell(
        id=f"{element.id}/{state.parties[0]}",
        state=state,
        bead=drawn_as(state.status, inverse),
        was=drawn_as(was.status, inverse) if was else None,
        word=said if state.span >= WIDE else BRIEF.get(state.status, said),
        sentence=f"{element.label}, {who}: {said}{ground}{before}",
    )


def _said(element: Element, state: State | Was, inverse: bool) -> str:
    called = element.negated.get(state.status, "") if inverse else ""
    return f"{state.text}, {called}" if called else state.text


def drawn_as(status: Status, inverse: bool) -> Status:
    """Return what a finding is drawn as: one that the claim needs not to hold, as its opposite."""
    return OPPOSITE.get(status, status) if inverse else status


def _outcomes(
    claim: Claim, parties: tuple[PartyId, ...], analysis: Analysis, record: Analysis
) -> Iterator[MotionCell]:
    def motions(party: PartyId) -> tuple[Motion, Motion]:
        return analysis.motion(claim.id, party), record.motion(claim.id, party)

    ruled_on = {each.party for each in analysis.dispositions if each.claim == claim.id}
    asked = (party for party in parties if party in ruled_on)
    for (motion, was), its in groupby(asked, motions):
        yield MotionCell(claim, motion, was if was != motion else None, tuple(its))
