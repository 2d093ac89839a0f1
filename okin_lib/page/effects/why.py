"""Why the chosen element stands as it does: was and now, the cause once, each side's best."""

from collections.abc import Mapping

from attrs import evolve, frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.page.casing import capitalized
from okin_lib.page.changes import cards
from okin_lib.page.claims import RECORD
from okin_lib.page.drawer import Drawer, claims_about
from okin_lib.page.effects.strip import Analyses
from okin_lib.page.ground import changed, on_other_ground
from okin_lib.page.outcomes import becomes
from okin_lib.page.passages import passages
from okin_lib.page.sides import side_of
from okin_lib.page.stills import Still, stills
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import (
    firmness,
    graded,
    how_it_stands,
    listed,
    meaning,
    party_names,
)
from okin_lib.reasoning.difference import Difference, difference
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.record.types import PartyId, Side, Support

TITLES = {
    "decided": "What {} says",
    "strong": "What it follows from",
    "open": "Why it is open",
}
UNDECIDED = "{} does not decide this"
NAMED = 3  # causes that are named, and not counted


@frozen
class SideArgument:
    """What is said for a finding, or for one side of it: the best first."""

    title: str
    supports: tuple[Support, ...]


@frozen
class Drawn:
    """A claim in miniature, and what becomes of it in words."""

    said: str
    drawing: Markup


def why(
    case: Case,
    analyses: Analyses,
    party: PartyId,
    chosen: ElementId,
    drawer: Drawer | None,
    region: RegionId,
) -> str:
    """Return the reason of the chosen element for a party.

    Parameters
    ----------
    drawer
        Draws the claim in miniature; none where it stands beside the reason at length.
    """
    record, before, now = (each.findings_of(party).get(chosen) for each in analyses)
    if record is None or before is None or now is None:
        return render("page/effects/why", region=region, element=None)
    found = difference(case, analyses[0], analyses[2])
    return render(
        "page/effects/why",
        region=region,
        element=case.elements[chosen],
        drawn=_drawn(case, analyses[2], party, chosen, drawer) if drawer else None,
        now=now,
        said=how_it_stands(case, now),
        grade=grade_in_words(case, now),
        was=graded(case, record) if changed(record, now) else "",
        other_ground=on_other_ground(before, now),
        called=case.record.called,
        moved=analyses[2].scenario != RECORD,
        cause=_cause(case, found, now),
        stills=_still(case, found),
        arguments=arguments(case, now),
        passages=lambda supports: passages(case, supports, party),
    )


def _drawn(
    case: Case, now: Analysis, party: PartyId, chosen: ElementId, drawer: Drawer
) -> Drawn | None:
    for claim in claims_about(case, now, party, chosen)[:1]:
        verb = becomes(claim, now.motion(claim.id, party)).verb
        said = f"{party_names(case)[party]}: the claim {verb}"
        return Drawn(said, drawer.miniature(case, claim, now, party))
    return None


def arguments(case: Case, finding: Finding) -> list[SideArgument]:
    """Return both sides' arguments, the plaintiff's first; or what a finding rests on."""
    by_side: Mapping[Side | None, list[Support]] = {"plaintiff": [], "officers": [], None: []}
    for support in (*finding.because, *finding.leaning):
        by_side[support.side].append(support)
    if by_side["plaintiff"] and by_side["officers"]:
        return [
            # The title says whose argument it is.
            SideArgument(
                _best_of(side_of(case, side, finding.party)),
                tuple(evolve(s, side=None) for s in supports),
            )
            for side, supports in by_side.items()
            if side is not None
        ]
    every = finding.because or finding.leaning
    first, rest = every[:1], every[1:]
    title = TITLES[finding.grade].format(case.record.called.text)
    return [
        SideArgument(title, supports)
        for title, supports in ((title, first), ("And", rest))
        if supports
    ]


def _best_of(name: str) -> str:
    whose = f"{name}’" if name.endswith("s") else f"{name}’s"
    return f"{capitalized(whose)} best argument"


def grade_in_words(case: Case, finding: Finding) -> str:
    """Return how firmly a finding stands, in words; nothing where nothing is found."""
    if finding.status in ("not-reached", "not-stated"):
        return ""
    firmly = firmness(finding.status, finding.grade)
    text = case.record.called.text
    return f"{firmly}: {meaning(case, finding.grade)}" if firmly else UNDECIDED.format(text)


def _cause(case: Case, found: Difference, now: Finding) -> str:
    """What was switched that changed the element, once."""
    for card in cards(case, (change for change in found.changes if change.after == now)):
        several = len(card.facts)
        return listed(card.causes if several <= NAMED else (f"{several} facts", *card.besides))
    return ""


def _still(case: Case, found: Difference) -> list[Still]:
    """Why nothing changed, if nothing did."""
    return [] if found.changes else stills(case, found)[:NAMED]
