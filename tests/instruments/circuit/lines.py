"""Short ways for tests to have a claim's line."""

from okin_lib.doctrine.propositions import named
from okin_lib.instruments.circuit.line import Bracket
from okin_lib.instruments.circuit.reason import circuit, statuses
from okin_lib.page.claims import RECORD
from okin_lib.reasoning.analysis import analyze


def of(analysis, party):
    return {found.element: found for found in analysis.findings if found.party == party}


def drawn(case, analysis):
    """Every line that is drawn: claim, party, line, and what becomes of the motion."""
    record = analyze(case, RECORD)
    for ruled in analysis.dispositions:
        claim, found = case.claims[ruled.claim], of(analysis, ruled.party)
        if claim.parts is not None and found.keys() >= set(named(claim.parts)):
            was = of(record, ruled.party)
            line = circuit(case.elements, claim, statuses(found), statuses(was))
            yield claim.id, ruled.party, line, ruled.motion


def slots(line):
    return [
        slot
        for stretch in line.stretches
        for slot in (stretch.slots if isinstance(stretch, Bracket) else (stretch,))
    ]


def line_of(case, analysis, party, claim="due-process"):
    (line,) = [
        line for key, whose, line, _ in drawn(case, analysis) if (key, whose) == (claim, party)
    ]
    return line


def wires(line):
    """Element, lane, and how the wire comes to it and goes on, in order."""
    return [(slot.element.id, slot.lane, slot.into, slot.out) for slot in slots(line)]
