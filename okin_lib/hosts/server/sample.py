"""What the first page shows of a claim: as it stands on the record, and without one fact."""

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import NO_ELEMENT
from okin_lib.doctrine.propositions import beneath
from okin_lib.doctrine.statuses import Motion
from okin_lib.instruments.circuit.view import drawing
from okin_lib.lessons.lesson_file import Sample
from okin_lib.page.claims import RECORD, shown
from okin_lib.page.template import render
from okin_lib.page.words import STATUS, party_names
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Analysis, Scenario
from okin_lib.record.types import PartyId

ENDS = {"denied": "goes on", "granted": "ends", "open": "is open"}


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
            f"On the record, the claim {_end(record, claim, its.party)}.",
            drawing(case, claim, record, its.party, NO_ELEMENT),
        ),
        off=Shot(
            f"Without it, the claim {_compared(case, claim, its.party, without)}.",
            drawing(case, claim, without, its.party, NO_ELEMENT),
        ),
    )


def _found(case: Case, supposed: Scenario) -> Analysis:
    return shown(case, tuple(case.claims), supposed)


def _motion(found: Analysis, claim: Claim, party: PartyId) -> Motion:
    its = (each for each in found.dispositions if (each.claim, each.party) == (claim.id, party))
    return next(its).motion


def _end(found: Analysis, claim: Claim, party: PartyId) -> str:
    return ENDS.get(_motion(found, claim, party), "is not ruled on")


def _compared(case: Case, claim: Claim, party: PartyId, found: Analysis) -> str:
    """What becomes of the claim, and which of its elements stand otherwise."""
    record = _found(case, RECORD)
    was, now = record.findings_of(party), found.findings_of(party)
    its = beneath(claim.parts, case.elements) if claim.parts else ()
    changed: dict[str, list[str]] = {}
    for key in its:
        if key in now and now[key].status != was[key].status:
            element = case.elements[key]
            said = (element.short or element.label).lower()
            changed.setdefault(STATUS[now[key].status].text, []).append(said)
    same = _motion(record, claim, party) == _motion(found, claim, party)
    end = f"{'still ' if same else ''}{_end(found, claim, party)}"
    others = "; ".join(f"now {status}: {', '.join(names)}" for status, names in changed.items())
    return f"{end}; {others}" if others else end
