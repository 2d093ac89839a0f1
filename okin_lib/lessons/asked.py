"""A claim's line as far as a question: what stands before it on the record, and nothing after.

What is asked, and all that comes after it, is taken to be open before the line is drawn: so how
it stands cannot be on the drawing.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Literal

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.propositions import beneath
from okin_lib.instruments.circuit.line import OPPOSITE, WIRE, Bracket, Circuit, Slot, Wire
from okin_lib.instruments.circuit.reason import Statuses, circuit
from okin_lib.page import claims
from okin_lib.page.template import render
from okin_lib.reasoning.types import Finding
from okin_lib.record.types import FactId, PartyId

Findings = Mapping[ElementId, Finding]
"""How the elements stand for one party."""


@frozen
class Waypoint:
    """An element on the way to a question, the one that is asked, or one after it."""

    slot: Slot
    place: Literal["before", "asked", "after"]
    finding: Finding | None
    """How it stands on the record, if it stands before what is asked."""

    @property
    def bead(self) -> Wire:
        """What it does to the line: filled where it lets the line run."""
        wire = WIRE[self.finding.status] if self.finding else "skip"
        return OPPOSITE[wire] if self.slot.negated else wire


@frozen
class Way:
    """A claim's line with a question on it."""

    claim: Claim
    stops: tuple[Waypoint, ...]


def drawing(case: Case, element: ElementId, party: PartyId, without: Sequence[FactId]) -> Markup:
    """Return the line as far as a question.

    Parameters
    ----------
    without
        The facts that the question supposes away.
    """
    way = way_to(case, element, _on_record(case, party))
    assert way is not None  # a lesson's file that asks of what is on no line is refused
    return render(
        "lessons/asked",
        case=case,
        way=way,
        party=case.parties[party],
        plaintiff=case.record.sides["plaintiff"].label,
        without=[case.facts[fact] for fact in without],
    )


def on_a_line(case: Case, element: ElementId, party: PartyId) -> bool:
    """Whether a claim's line for the party has the element on it."""
    return way_to(case, element, _on_record(case, party)) is not None


def _on_record(case: Case, party: PartyId) -> Findings:
    return claims.shown(case, tuple(case.claims), claims.RECORD).findings_of(party)


def way_to(case: Case, element: ElementId, found: Findings) -> Way | None:
    """Return the line on which the element stands; None if it stands on none."""
    blank: Statuses = dict.fromkeys(found, "open")
    for claim in case.claims.values():
        if claim.parts is None or not found.keys() >= {*beneath(claim.parts, case.elements)}:
            continue
        line = circuit(case.elements, claim, blank, blank)
        every = [slot.element.id for slot in line.slots]
        if element in every:
            before = [*takewhile(lambda key: key != element, every)]
            known = {*before, *_passed(line, before)}
            seen: Statuses = {
                key: found[key].status if key in known else blank[key] for key in found
            }
            drawn = circuit(case.elements, claim, seen, seen)
            slots = [slot for stretch in drawn.stretches for slot in _shown(stretch, known)]
            return Way(claim, tuple(_stop(slot, element, known, found) for slot in slots))
    return None


def _passed(line: Circuit, before: Collection[ElementId]) -> Iterator[ElementId]:
    """What is found of several that all stand before the question."""
    for stretch in line.stretches:
        if isinstance(stretch, Bracket) and all(s.element.id in before for s in stretch.slots):
            yield stretch.element.id


def _shown(stretch: Bracket | Slot, known: Collection[ElementId]) -> tuple[Slot, ...]:
    """What is shown of a stretch: of several that are all known, what is found of the whole."""
    if isinstance(stretch, Slot):
        return (stretch,)
    if stretch.element.id not in known:
        return stretch.slots
    last = stretch.slots[-1]
    out: Wire = "dead" if last.barred else last.out
    return (Slot(stretch.element, stretch.negated, stretch.into, out, ()),)


def _stop(
    slot: Slot, element: ElementId, known: Collection[ElementId], found: Findings
) -> Waypoint:
    key = slot.element.id
    if key in known:
        return Waypoint(slot, "before", found[key])
    return Waypoint(slot, "asked" if key == element else "after", None)
