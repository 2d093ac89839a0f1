"""The law of a memo: what is asked, by which rule, what each side says, what is left open."""

from collections.abc import Callable, Iterator
from itertools import chain

from okin_lib.course.memo.brief import Assigned
from okin_lib.course.memo.document import Block, Points, Rows, Said, Section
from okin_lib.course.memo.passages import once, passage, told
from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import Element
from okin_lib.instruments.jury.data import Remand
from okin_lib.page.outcomes import number
from okin_lib.page.sides import argued, side_of
from okin_lib.page.words import how_it_stands, whose_words
from okin_lib.reasoning.types import Finding
from okin_lib.record.types import PartyId, Side, Support

BESIDES = ("dictum", "background")

KINDS: tuple[tuple[str, Callable[[Support], bool]], ...] = (
    ("What the court held", lambda s: s.speaker == "court" and s.weight == "holding"),
    ("How the court reasons", lambda s: s.speaker == "court" and s.weight == "reasoning"),
    ("What the court says besides", lambda s: s.speaker == "court" and s.weight in BESIDES),
    ("Precedent, as the court quotes or restates it", lambda s: s.speaker == "precedent"),
    ("A party's argument, as the court reports it", lambda s: s.speaker == "argument"),
    ("The district court", lambda s: s.speaker == "district-court"),
)
"""Passages by whose words they are and what they weigh, the weightiest first."""


def rule(assigned: Assigned) -> Section:
    """Return the rule: each element with its passage, then the passages by their weight."""
    case = assigned.case
    elements = dict.fromkeys(case.elements[found.element] for found in assigned.findings())
    # Of an open finding, the reasons are the sides', or the model's own.
    because = chain.from_iterable(
        found.because for found in assigned.findings() if found.status != "open"
    )
    supports = (*assigned.plan.rule, *(each for each in because if each.side is None))
    return Section(
        "Rule",
        (
            Rows(
                "What is asked",
                ("Element", "Question", "Passage"),
                tuple(_asked(case, each) for each in elements),
            ),
        ),
        tuple(
            Section(title, (Points(found),))
            for title, fits in KINDS
            if (found := once(case, filter(fits, supports)))
        ),
    )


def _asked(case: Case, element: Element) -> tuple[Said, ...]:
    where = passage(element.quote, element.page, whose_words(case, element.speaker))
    return Said(element.label), Said(element.question), where


def arguments(assigned: Assigned) -> Section:
    """Return what each side says wherever a finding is open, the memo's own side first."""
    parts = tuple(
        Section(_headed(assigned, found), tuple(_both(assigned, found)))
        for found in _open(assigned)
        if any(support.side for support in found.because)
    )
    none = Said("No finding here is one on which each side has an argument of its own.")
    return Section("Arguments where the opinion does not decide", () if parts else (none,), parts)


def _both(assigned: Assigned, finding: Finding) -> Iterator[Block]:
    """Yield as many arguments of one side as of the other, the best of each."""
    theirs = {
        side: once(assigned.case, (each for each in finding.because if each.side == side))
        for side in assigned.sides
    }
    equal = min(map(len, theirs.values()))
    for side, every in theirs.items():
        yield Said(_introduced(assigned, side, finding.party))
        yield Points(every[:equal])
        if more := len(every) - equal:
            yield Said(f"Not listed, so that neither side has more: {number(more)} besides.")


def _introduced(assigned: Assigned, side: Side, party: PartyId) -> str:
    label = side_of(assigned.case, side, party)
    reply = assigned.seat != "judge" and side != assigned.seat
    return f"The best reply, for {label}:" if reply else f"For {label}:"


def left_open(assigned: Assigned) -> Section:
    """Return what the opinion does not decide: of these findings, and of a jury's questions."""
    rows = tuple(row for found in _open(assigned) for row in _unsettled(assigned, found))
    asked = tuple(
        told(assigned.case, each.because, f"{each.asked_of(party.name)} ")
        for _, party in assigned.sued
        for each in assigned.case.study(Remand).undecided
        if party.role in each.roles
    )
    heads = ("Finding", "In this model", "Why")
    findings = Rows("Findings that are open", heads, rows) if rows else Said("No finding is open.")
    jury = Said("Of what a jury would be asked besides, the opinion decides nothing:")
    return Section(
        "What the opinion leaves open", (findings, *((jury, Points(asked)) if asked else ()))
    )


def _unsettled(assigned: Assigned, finding: Finding) -> Iterator[tuple[Said, ...]]:
    """Yield a row for each reason why a finding is open, or leans; one at least."""
    case = assigned.case
    because = [told(case, support) for support in finding.because if support.side is None]
    leaning = [
        told(case, each, argued(case, each, finding.party, leaning=True))
        for each in finding.leaning
    ]
    head, stands = Said(_headed(assigned, finding)), Said(how_it_stands(case, finding))
    for why in (*because, *leaning) or [Said("Each side has an argument, above.")]:
        yield head, stands, why


def _open(assigned: Assigned) -> list[Finding]:
    return [found for found in assigned.findings() if found.status == "open"]


def _headed(assigned: Assigned, finding: Finding) -> str:
    case = assigned.case
    return f"{case.elements[finding.element].label}: {case.parties[finding.party].name}"
