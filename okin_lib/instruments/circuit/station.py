"""What stands on a claim's line for one party, in words: elements, brackets, and the plate.

Each has a sentence for its name: what shape, wire and place tell the eye.
"""

from collections.abc import Iterator, Mapping

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import Element, ElementId
from okin_lib.doctrine.statuses import Motion, Status
from okin_lib.instruments.circuit.line import LANES, Bracket, Slot, Wire
from okin_lib.instruments.circuit.reason import circuit, statuses
from okin_lib.page.casing import capitalized
from okin_lib.page.cells import drawn_as
from okin_lib.page.claims import RECORD, shown
from okin_lib.page.ground import changed, on_other_ground
from okin_lib.page.outcomes import becomes
from okin_lib.page.words import JOINT, how_it_stands
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.record.types import PartyId, Side


@frozen
class Bead:
    """What stands on the line for a finding: a shape, and the side that it leans to."""

    status: Status
    lean: Side | None


@frozen
class Label:
    """An element as it stands: what it is called, in which words, and what it was."""

    id: ElementId
    name: str
    bead: Bead
    text: str
    """How it stands; nothing where its name says so."""
    finding: str
    """The finding in full, where its name says only what becomes of the line."""
    was: tuple[Bead, str] | None
    """How it stood on the record, if otherwise."""
    other_ground: bool
    """Whether it stands as before the last move, by other passages."""

    @property
    def sentence(self) -> str:
        """All of it, for whoever does not see the drawing."""
        said = f"{self.name}: {self.text}" if self.text else f"{self.name}. {self.finding}"
        ground = ", on other ground" if self.other_ground else ""
        return f"{said}{ground}" + (f". It was {self.was[1]}" if self.was else "")


@frozen
class Station:
    """What stands on the line: a bracket over what follows, or an element with its wires."""

    label: Label
    slot: Slot | None
    bracket: Bracket | None
    parts: tuple[Label, ...]
    joint: str
    """What joins it to what stands before it."""
    within: str = ""
    """Where it stands in a bracket, if in one: inside it, or last."""


@frozen
class Plate:
    """What becomes of the claim, and what became of the motion."""

    motion: Motion
    becomes: str
    ruling: str
    was: str
    """What became of the claim on the record, if something else."""

    @property
    def sentence(self) -> str:
        """All of it."""
        return f"{self.becomes}: {self.ruling}" + (f". Before: {self.was}" if self.was else "")


@frozen
class Stations:
    """A claim's line from the record to the motion."""

    stations: tuple[Station, ...]
    end: Wire
    plate: Plate


@frozen
class _Shown:
    case: Case
    now: Mapping[ElementId, Finding]
    record: Mapping[ElementId, Finding]
    before: Mapping[ElementId, Finding]


def stations(
    case: Case, claim: Claim, now: Analysis, party: PartyId, before: Analysis | None = None
) -> Stations:
    """Return what stands on the line of a claim for a party.

    Parameters
    ----------
    before
        How all stood before the last move, if other ground is to be told.
    """
    record = shown(case, tuple(case.claims), RECORD)
    its = _Shown(case, *(each.findings_of(party) for each in (now, record, before or now)))
    found = circuit(case.elements, claim, statuses(its.now), statuses(its.record))
    motion, was = (each.motion(claim.id, party) for each in (now, record))
    now_, then = becomes(claim, motion), becomes(claim, was)
    plate = Plate(motion, now_.plate, now_.ruling, then.plate if was != motion else "")
    return Stations(tuple(_stations(its, found.stretches)), found.end, plate)


def _stations(its: _Shown, stretches: tuple[Bracket | Slot, ...]) -> Iterator[Station]:
    before: Slot | None = None
    for stretch in stretches:
        joint = _joint(before, None)
        if isinstance(stretch, Bracket):
            label = _label(its, stretch.element, stretch.negated)
            yield Station(label, None, stretch, (), joint)
            *inside, last = stretch.slots
            places = [*((slot, "inside") for slot in inside), (last, "last")]
            before = None
        else:
            places = [(stretch, "")]
        for slot, within in places:
            label = _label(its, slot.element, slot.negated)
            parts = tuple(_label(its, its.case.elements[key]) for key in slot.parts)
            yield Station(label, slot, None, parts, _joint(before, slot), within)
            before = slot


def _joint(before: Slot | None, after: Slot | None) -> str:
    """What joins two stations: "or" where a wire ends beside which the next one runs."""
    if before is None:
        return ""
    back = after is not None and LANES.index(after.lane) < LANES.index(before.lane)
    return JOINT["any" if back else "all"]


def _label(its: _Shown, element: Element, negated: bool = False) -> Label:
    now, was = its.now[element.id], its.record[element.id]
    called = element.negated.get(now.status, "") if negated else ""
    said = how_it_stands(its.case, now)
    return Label(
        id=element.id,
        name=capitalized(called) or element.short or element.label,
        bead=_bead(now, negated),
        text="" if called else said,
        finding=f"{element.label}: {said}" if called else "",
        was=(_bead(was, negated), _was(its, element, was, negated)) if changed(was, now) else None,
        other_ground=on_other_ground(its.before[element.id], now),
    )


def _was(its: _Shown, element: Element, was: Finding, negated: bool) -> str:
    said = how_it_stands(its.case, was)
    return element.negated.get(was.status, said) if negated else said


def _bead(finding: Finding, negated: bool) -> Bead:
    """A bead is filled where it lets the line run."""
    return Bead(drawn_as(finding.status, negated), finding.lean)
