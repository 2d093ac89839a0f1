"""What the first page shows of a claim: as it stands on the record, and without one fact."""

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import NO_ELEMENT
from okin_lib.doctrine.propositions import beneath
from okin_lib.instruments.circuit.view import drawing
from okin_lib.lessons.lesson_file import Sample
from okin_lib.page.claims import RECORD, shown
from okin_lib.page.ground import changed
from okin_lib.page.outcomes import becomes
from okin_lib.page.template import render
from okin_lib.page.words import STATUS, party_names
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Analysis, Scenario
from okin_lib.record.types import PartyId


@frozen
class Shot:
    """A claim as it stands: in a sentence, and drawn."""

    sentence: str
    drawn: Markup


def sample(case: Case, its: Sample) -> Markup:
    """Return a claim in both states, of which a switch shows one: no script is needed."""
    claim, fact = case.claims[its.claim], case.facts[its.fact]
    record, without = (_found(case, each) for each in (RECORD, scenario(case, [fact.id])))
    return render(
        "hosts/server/sample",
        case=case,
        claim=claim,
        party=party_names(case)[its.party],
        fact=fact,
        on=Shot(
            f"On the record, the claim {becomes(claim, record.motion(claim.id, its.party)).verb}.",
            drawing(case, claim, record, its.party, NO_ELEMENT),
        ),
        off=Shot(
            f"Without it, the claim {_compared(case, claim, its.party, without)}.",
            drawing(case, claim, without, its.party, NO_ELEMENT),
        ),
    )


def _found(case: Case, supposed: Scenario) -> Analysis:
    return shown(case, tuple(case.claims), supposed)


def _compared(case: Case, claim: Claim, party: PartyId, found: Analysis) -> str:
    """What becomes of the claim, and which of its elements stand otherwise."""
    record = _found(case, RECORD)
    was, now = record.findings_of(party), found.findings_of(party)
    moved: dict[str, list[str]] = {}
    for key in beneath(claim.parts, case.elements):
        if key in now and changed(was[key], now[key]):
            element = case.elements[key]
            said = (element.short or element.label).lower()
            moved.setdefault(STATUS[now[key].status].text, []).append(said)
    before, motion = (each.motion(claim.id, party) for each in (record, found))
    end = f"{'still ' if before == motion else ''}{becomes(claim, motion).verb}"
    others = "; ".join(f"now {status}: {', '.join(names)}" for status, names in moved.items())
    return f"{end}; {others}" if others else end
