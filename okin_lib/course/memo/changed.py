"""What a scenario changes for the two whom a memo is on: was and now, how firmly, why, where."""

from collections.abc import Iterable, Iterator

from okin_lib.course.memo.brief import Assigned
from okin_lib.course.memo.document import Block, Points, Rows, Said, Section
from okin_lib.page.changes import Card, cards
from okin_lib.page.effects.why import grade_in_words
from okin_lib.page.stills import stills
from okin_lib.page.supposition import INVENTED
from okin_lib.page.words import how_it_stands, listed
from okin_lib.reasoning.types import Finding
from okin_lib.record.types import Hypothetical

HEADS = (
    "Element",
    "Was, on the record",
    "Now, in this model",
    "How firmly, and where",
    "Because of",
)


def changed(assigned: Assigned) -> Section:
    """Return each finding that changes, and why what changes none does not."""
    return Section("What changes", tuple(_changed(assigned)))


def _changed(assigned: Assigned) -> Iterator[Block]:
    case, found = assigned.case, assigned.changed
    names = listed(party.name for _, party in assigned.sued)
    ours = {(finding.element, finding.party) for finding in assigned.findings()}
    theirs = [c for c in found.changes if (c.after.element, c.after.party) in ours]
    if theirs:
        caption = f"Findings that change, for {names}, in this model"
        yield Rows(caption, HEADS, tuple(_row(assigned, card) for card in cards(case, theirs)))
    else:
        yield Said(f"No finding changes for {names} on the claims of this memo, in this model.")
    regraded = [now for _, now in found.regraded if (now.element, now.party) in ours]
    yield from _listed(assigned, "As on the record, but less firmly, or more so", regraded)
    parties = {party.id for _, party in assigned.sued}
    others = [c.after for c in found.changes if c not in theirs and c.after.party in parties]
    yield from _listed(assigned, "Changed on claims that this memo is not about", others)
    if idle := stills(case, found):
        yield Said("Changes of the record that change no finding, for any party:")
        yield Points(
            tuple(Said(f"{still.fact.label}. {still.said}", _mark(still.fact)) for still in idle)
        )


def _row(assigned: Assigned, card: Card) -> tuple[Said, ...]:
    case, together = assigned.case, "; found of several together"
    pages = (support.page for support in card.now.because)
    return (
        Said(f"{card.element.label}: {card.parties}"),
        Said(how_it_stands(case, card.was) + (together if card.was.collective else "")),
        Said(how_it_stands(case, card.now) + (together if card.now.collective else "")),
        Said(grade_in_words(case, card.now), pages=tuple(dict.fromkeys(pages))),
        Said("; ".join(card.causes)),
    )


def _listed(assigned: Assigned, what: str, found: Iterable[Finding]) -> Iterator[Block]:
    case = assigned.case
    labels = [
        f"{case.elements[each.element].label} ({case.parties[each.party].name})" for each in found
    ]
    if labels:
        yield Said(f"{what}: {', '.join(labels)}.")


def _mark(fact: object) -> str:
    return INVENTED if isinstance(fact, Hypothetical) else ""
