"""Claims as lanes: what each element needs, from the evidence to what becomes of the motion."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import Composition, Element, ElementId
from okin_lib.doctrine.propositions import named
from okin_lib.doctrine.readings import ReadingId, stands
from okin_lib.page.badge import badge
from okin_lib.page.outcomes import ruled
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import STATUS, listed, party_names
from okin_lib.reasoning.posed import full_readings
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.record.types import PartyId

TOGETHER: Mapping[str, str] = {"all": "all of", "any": "at least one of"}


@frozen
class Requirement:
    """What is needed: an element, by its name, or some that count together."""

    said: str
    of: tuple["Requirement", ...] = ()


@frozen
class Stop:
    """An element in its lane: how it stands, what it needs, and what would make it moot."""

    label: str
    badge: Markup
    needs: Requirement | None
    moot: tuple[str, ...]


@frozen
class Lane:
    """A claim: its elements stage by stage, each needing only earlier ones, and the motion."""

    claim: str
    stages: tuple[tuple[Stop, ...], ...]
    survives: Requirement | None
    motion: str


def lanes(case: Case, analysis: Analysis, party: PartyId, region: RegionId) -> str:
    """Return the lanes of the claims that are asked of a party."""
    return render(
        "instruments/lanes/lanes",
        region=region,
        name=party_names(case)[party],
        lanes=list(_lanes(case, analysis, party)),
    )


def _lanes(case: Case, analysis: Analysis, party: PartyId) -> Iterator[Lane]:
    found = analysis.findings_of(party)
    readings = full_readings(case, analysis.scenario)
    motions = {
        each.claim: ruled(case, each) for each in analysis.dispositions if each.party == party
    }
    for claim in case.doctrine.claims:
        own = [element for key, element in case.elements.items() if _in(claim, element, found)]
        if own:
            yield Lane(
                claim=claim.label,
                stages=tuple(
                    tuple(_step(case, element, found[element.id], readings) for element in stage)
                    for stage in _stages(own)
                ),
                survives=required(case, claim.parts) if claim.parts else None,
                motion=motions.get(claim.id, ""),
            )


def _in(claim: Claim, element: Element, found: Mapping[ElementId, Finding]) -> bool:
    return element.claim == claim.id and element.id in found


def _stages(elements: Sequence[Element]) -> list[list[Element]]:
    """Put each element a stage after the last of those among them that it is made of."""
    depth: dict[ElementId, int] = {}

    def deep(element: Element) -> int:
        parts = named(element.parts) if element.parts else ()
        below = [each for each in elements if each.id in parts]
        depth[element.id] = 1 + max((deep(each) for each in below), default=-1)
        return depth[element.id]

    for element in elements:
        deep(element)
    return [
        [each for each in elements if depth[each.id] == stage]
        for stage in range(max(depth.values()) + 1)
    ]


def _step(
    case: Case, element: Element, finding: Finding, readings: Mapping[ReadingId, str]
) -> Stop:
    return Stop(
        label=element.label,
        badge=badge(case, finding),
        needs=required(case, element.parts) if element.parts else None,
        moot=tuple(
            f"{case.elements[gate.element].label}: "
            f"{listed((STATUS[status].text for status in gate.status), 'or')}"
            for gate in element.gates
            if stands(gate.under, readings)
        ),
    )


def required(case: Case, parts: Composition) -> Requirement:
    """Return what a composition asks for, with what counts together in one list."""
    match parts.op:
        case "element":
            return Requirement(case.elements[parts.element].label)
        case "not":
            inner = required(case, parts.parts[0])
            return Requirement(f"not {inner.said}", inner.of)
        case "officers":
            inner = required(case, parts.parts[0])
            return Requirement(f"{inner.said}, for any one of its officers")
        case op:
            return Requirement(TOGETHER[op], tuple(required(case, part) for part in parts.parts))
