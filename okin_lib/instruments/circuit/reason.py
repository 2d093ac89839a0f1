"""Where a claim's line runs, hangs, stops and is passed over: one fold over its composition.

In a row the line is as strong as its weakest element, and of two wires as strong as the stronger;
what is not reached takes no part: what `combine` does with truth, drawn from left to right.
"""

from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import Composition, Element, ElementId
from okin_lib.doctrine.propositions import in_a_row, made_of, named
from okin_lib.doctrine.statuses import Status
from okin_lib.instruments.circuit.line import (
    LANES,
    OPPOSITE,
    STRENGTH,
    WIRE,
    Bracket,
    Circuit,
    Lane,
    Slot,
    Wire,
)
from okin_lib.reasoning.types import Finding

Statuses = Mapping[ElementId, Status]
"""How the elements stand for one party."""


@frozen
class _Stretch:
    slots: tuple[Slot, ...]
    out: Wire
    reached: bool


@frozen
class _Party:
    """The elements, how they stand for one party, and how they stand on the record."""

    elements: Mapping[ElementId, Element]
    now: Statuses
    record: Statuses


def statuses(findings: Mapping[ElementId, Finding]) -> Statuses:
    """Return what a line is drawn from: of each finding, how it stands."""
    return {key: found.status for key, found in findings.items()}


def circuit(
    elements: Mapping[ElementId, Element], claim: Claim, now: Statuses, record: Statuses
) -> Circuit:
    """Return the line of a claim.

    Parameters
    ----------
    now, record
        How each element stands, and how it stands on the record. A wire that is reached in
        neither is no way to this claim, and left out.
    """
    assert claim.parts is not None  # a claim that nothing makes up is not drawn
    party = _Party(elements, now, record)
    stretches: list[Bracket | Slot] = []
    line: Wire = "run"
    for part in in_a_row(claim.parts):
        negated = part.op == "not"
        inner = part.parts[0] if negated else part
        if inner.op == "element" and made_of(elements[inner.element]):
            bracket, line = _bracket(party, elements[inner.element], line, negated)
            stretches.append(bracket)
        else:
            found = _along(party, part, line)
            stretches += found.slots
            line = found.out
    return Circuit(tuple(stretches), line)


def _bracket(party: _Party, element: Element, line: Wire, negated: bool) -> tuple[Bracket, Wire]:
    """What is found of the whole goes before what its parts come to, if anything is."""
    assert element.parts is not None
    inside = _along(party, element.parts, line, negated)
    own = _wire(party.now[element.id], negated)
    out = inside.out if own == "skip" else _weaker(line, own)
    *before, last = inside.slots
    barred = out == "dead" and inside.out != "dead"
    return Bracket(element, negated, line, (*before, evolve(last, barred=barred))), out


def _along(party: _Party, part: Composition, line: Wire, negated: bool = False) -> _Stretch:
    match part.op:
        case "not":
            return _along(party, part.parts[0], line, not negated)
        case "element":
            return _slot(party, part.element, line, negated)
        case "officers":  # found of others: the party has nothing of its own to show
            return _Stretch((), line, False)
    if (part.op == "all") is not negated:
        return _row(party, part, line, negated)
    return _fork(party, part, line, negated)


def _slot(party: _Party, key: ElementId, line: Wire, negated: bool) -> _Stretch:
    element, status = party.elements[key], party.now[key]
    reached = status != "not-reached"
    slot = Slot(
        element=element,
        negated=negated,
        into=_passing(line, reached),
        out=_weaker(line, _wire(status, negated)),
        parts=made_of(element),
    )
    return _Stretch((slot,), slot.out if reached else line, reached)


def _row(party: _Party, parts: Composition, line: Wire, negated: bool) -> _Stretch:
    slots: tuple[Slot, ...] = ()
    reached = False
    for part in parts.parts:
        found = _along(party, part, line, negated)
        slots, line, reached = slots + found.slots, found.out, reached or found.reached
    return _Stretch(slots, line, reached)


def _fork(party: _Party, parts: Composition, line: Wire, negated: bool) -> _Stretch:
    """The longest way is the line itself; each other is a wire that goes round all after it.

    A way that is not reached may yet be one: the line passes over it, and is not stopped.
    """
    ways = [part for part in parts.parts if _ever_reached(party, part)] or [parts.parts[-1]]
    drawn = [_along(party, way, line, negated) for way in ways]
    main = max(reversed(drawn), key=_length)
    others = [way for way in drawn if way is not main]
    slots, outs = main.slots, [_passing(main.out, main.reached)]
    for way in reversed(others):
        lane = LANES[1 + max(LANES.index(slot.lane) for slot in slots)]
        outs.append(_passing(way.out, way.reached))
        first, *rest = (evolve(slot, lane=lane) for slot in way.slots)
        *inner, last = _past(slots, lane, outs[-1])
        its = (evolve(first, opens=((lane, _passing(line, way.reached)),)), *rest)
        around = (*inner, evolve(last, closes=(*last.closes, (lane, outs[-1]))))
        slots = (*_past(its, "main", _passing(line, main.reached)), *around)
    reached = any(way.reached for way in (*others, main))
    return _Stretch(slots, max(outs, key=STRENGTH.__getitem__) if reached else line, reached)


def _length(way: _Stretch) -> int:
    return len(way.slots)


def _past(slots: Iterable[Slot], lane: Lane, wire: Wire) -> tuple[Slot, ...]:
    return tuple(evolve(slot, beside=(*slot.beside, (lane, wire))) for slot in slots)


def _ever_reached(party: _Party, part: Composition) -> bool:
    every = (found[key] for key in named(part) for found in (party.now, party.record))
    return any(status != "not-reached" for status in every)


def _passing(line: Wire, reached: bool) -> Wire:
    return line if reached else _weaker(line, "skip")


def _wire(status: Status, negated: bool) -> Wire:
    wire = WIRE[status]
    return OPPOSITE[wire] if negated else wire


def _weaker(one: Wire, other: Wire) -> Wire:
    """How a line goes on that must come through both."""
    return min(one, other, key=STRENGTH.__getitem__)
