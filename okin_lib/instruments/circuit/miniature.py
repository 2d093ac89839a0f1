"""A claim's line in miniature: its wires, where it first hangs, and where it stops."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.statuses import Motion, Status
from okin_lib.instruments.circuit.line import Circuit, Lane, Slot, Wire
from okin_lib.instruments.circuit.reason import circuit, statuses
from okin_lib.page.claims import RECORD, shown
from okin_lib.page.template import render
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import PartyId

FROM, TO, END = 5.0, 108.0, 110.0
HEIGHT: Mapping[Lane, float] = {"main": 19, "by": 7, "outer": 1.5}
Stroke = tuple[Wire, str]
Stands = tuple[tuple[ElementId, Status], ...]


def miniature(case: Case, claim: Claim, now: Analysis, party: PartyId) -> Markup:
    """Return the drawing: its words stand beside it."""
    record = shown(case, tuple(case.claims), RECORD)
    its, was = (tuple(statuses(each.findings_of(party)).items()) for each in (now, record))
    return _drawn(case, claim.id, its, was, now.motion(claim.id, party))


# Most parties stand alike, and most stand after a click as before: a fifth of a click without.
@lru_cache(maxsize=256)
def _drawn(case: Case, claim: str, now: Stands, record: Stands, motion: Motion) -> Markup:
    line = circuit(case.elements, case.claims[claim], dict(now), dict(record))
    step = (TO - FROM) / len(line.slots)
    places = [(slot, FROM + step * (n + 0.5)) for n, slot in enumerate(line.slots)]
    paths: dict[Wire, str] = {}
    for wire, stroke in _strokes(line, places, step / 2):
        paths[wire] = paths.get(wire, "") + stroke
    return render(
        "instruments/circuit/miniature",
        paths=paths.items(),
        start=(FROM, HEIGHT["main"]),
        stops=[(x, HEIGHT[slot.lane]) for slot, x in places if slot.stops],
        hangs=[
            (x, HEIGHT[slot.lane])
            for slot, x in places
            if (slot.into, slot.out) == ("run", "hang")
        ],
        motion=motion,
        end=END,
    )


def _strokes(line: Circuit, places: list[tuple[Slot, float]], half: float) -> Iterator[Stroke]:
    for slot, x in places:
        y, left, right = HEIGHT[slot.lane], x - half, x + half
        if slot.into == slot.out:
            yield slot.out, f"M{left:.0f} {y}H{right:.0f}"
        else:
            yield slot.into, f"M{left:.0f} {y}H{x:.0f}"
            yield slot.out, f"M{x:.0f} {y}H{right:.0f}"
        for lane, wire in slot.beside:
            yield wire, f"M{left:.0f} {HEIGHT[lane]}H{right:.0f}"
        for lane, wire in slot.opens:
            yield wire, f"M{left:.0f} {HEIGHT['main']}V{HEIGHT[lane]}"
        for lane, wire in slot.closes:
            yield wire, f"M{right:.0f} {HEIGHT[lane]}V{HEIGHT['main']}"
    yield line.end, f"M{TO:.0f} {HEIGHT['main']}H{END:.0f}"
