"""What changed from the record to a scenario, because of what; and where nothing did, why."""

from collections.abc import Iterable

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import Element
from okin_lib.doctrine.readings import Reading
from okin_lib.page.badge import badge
from okin_lib.page.casing import capitalized
from okin_lib.page.outcomes import ruled
from okin_lib.page.passages import foremost, leaning, passage, passages
from okin_lib.page.sides import argued
from okin_lib.page.stills import stills
from okin_lib.page.supposition import marked_label, supposition
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import how_it_stands, listed, party_names
from okin_lib.reasoning.difference import Change, Difference
from okin_lib.reasoning.types import Finding, Scenario
from okin_lib.record.types import NO_PARTY, Fact, Hypothetical

ITS_PARTS = "the elements that it is made of"
"""What changed an element, where nothing that was switched bears on it by itself."""
SPOKEN = 3  # changed cells that the live message names


@frozen
class Card:
    """One element that changed alike for several parties, and what changed it."""

    element: Element
    parties: str
    was: Finding
    now: Finding
    facts: tuple[Fact | Hypothetical, ...]
    readings: tuple[Reading, ...]
    moved: bool

    @property
    def causes(self) -> tuple[str, ...]:
        """What was switched that changed it, each fact that is invented marked."""
        return (*map(marked_label, self.facts), *self.besides) or (ITS_PARTS,)

    @property
    def besides(self) -> tuple[str, ...]:
        """Those of them that are no facts."""
        labels = tuple(each.label for each in self.readings)
        return (*labels, "the year of the events") if self.moved else labels


def what_changed(case: Case, scenario: Scenario, found: Difference, region: RegionId) -> str:
    """Return the record and the scenario compared."""
    return render(
        "page/changes",
        case=case,
        region=region,
        supposed=supposition(case, scenario),
        alters=scenario != Scenario(),
        count=len(found.changes),
        total=found.total,
        cards=cards(case, found.changes),
        regraded=_regraded(case, found),
        motions=_motions(case, found),
        stills=stills(case, found),
        badge=lambda finding: badge(case, finding),
        foremost=lambda card: passages(case, foremost(card.now.because), card.now.party),
        leaning=lambda finding: leaning(case, finding),
        remark=lambda support: passage(case, support, NO_PARTY),
    )


def live_panel(region: RegionId, text: str) -> str:
    """Return the live region that reads ``text`` out."""
    return render("page/live", region=region, text=text)


def live(case: Case, scenario: Scenario, found: Difference) -> str:
    """Return one sentence or two on what the scenario changes, to be read out."""
    supposed = _sentence(supposition(case, scenario).in_brief)
    if scenario == Scenario():
        return supposed
    if not found.changes:
        return f"{supposed} Nothing changed: none of {found.total} findings."
    changed = cards(case, found.changes)
    spoken = [
        f"{card.element.label} for {card.parties}: {how_it_stands(case, card.now)}"
        for card in changed[:SPOKEN]
    ]
    more = f"; and {len(changed) - SPOKEN} more" if len(changed) > SPOKEN else ""
    count = f"{len(found.changes)} of {found.total} findings changed"
    return f"{supposed} {count}. {'; '.join(spoken)}{more}."


def cards(case: Case, changes: Iterable[Change]) -> list[Card]:
    """Return the changes with parties alike in everything, and called alike, taken together."""
    names = party_names(case)
    alike: dict[object, list[Change]] = {}
    for change in changes:
        alike.setdefault(_shown(case, change), []).append(change)
    return [
        Card(
            element=case.elements[first.after.element],
            parties=listed(names[change.after.party] for change in (first, *rest)),
            was=first.before,
            now=first.after,
            facts=tuple(case.atoms[key] for key in first.facts),
            readings=tuple(case.readings[key] for key in first.readings),
            moved=first.moved,
        )
        for first, *rest in alike.values()
    ]


def _shown(case: Case, change: Change) -> object:
    was, now = change.before, change.after
    return (
        now.element,
        (how_it_stands(case, was), was.grade),
        (how_it_stands(case, now), now.grade, now.because, now.leaning),
        tuple(argued(case, each, now.party) for each in now.because),
        (change.facts, change.readings, change.moved),
    )


def _motions(case: Case, found: Difference) -> list[tuple[str, str, str]]:
    """Parties, and what became of the motion before and now, where that differs."""
    names = party_names(case)
    alike: dict[tuple[str, str], list[str]] = {}
    for was, now in found.dispositions:
        if was.motion != now.motion:
            alike.setdefault((ruled(case, was), ruled(case, now)), []).append(names[now.party])
    return [(listed(parties), was, now) for (was, now), parties in alike.items()]


def _regraded(case: Case, found: Difference) -> list[tuple[str, str, str]]:
    """Element, grade before and grade now, once for all parties alike."""
    rows = (
        (case.elements[now.element].label, was.grade, now.grade) for was, now in found.regraded
    )
    return list(dict.fromkeys(rows))


def _sentence(text: str) -> str:
    return f"{capitalized(text)}."
