"""What draws a claim of a party, at length and in miniature, and which claims are drawn."""

from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.propositions import beneath, named
from okin_lib.page.regions import RegionId
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import PartyId


@frozen
class Feed:
    """A kind of facts that feeds a line: how many of them stand, and what they can bear on."""

    name: str
    on: int
    of: int
    moved: bool
    elements: frozenset[ElementId]


class DrawsLine(Protocol):
    """Draws a claim of a party at length."""

    def __call__(
        self,
        case: Case,
        claim: Claim,
        now: Analysis,
        party: PartyId,
        chosen: ElementId,
        before: Analysis | None = None,
        feeds: tuple[Feed, ...] = (),
    ) -> Markup:
        """Return the drawing.

        Parameters
        ----------
        chosen
            The element whose reason is shown.
        before
            How all stood before the last move, where other ground is marked.
        feeds
            What feeds the line.
        """


@frozen
class Drawer:
    """Draws a claim of a party."""

    line: DrawsLine
    miniature: Callable[[Case, Claim, Analysis, PartyId], Markup]
    figure: Callable[[Case, Claim, Analysis, PartyId, bool, RegionId], Markup]
    """Draws it for a paper, if it is to be drawn, or returns the button that asks for that."""


def claims_of(case: Case, analysis: Analysis, party: PartyId) -> list[Claim]:
    """Return the claims that are drawn for a party: those of which everything is asked of it."""
    found: Mapping[ElementId, object] = analysis.findings_of(party)
    ruled_on = {each.claim for each in analysis.dispositions}
    return [
        claim
        for claim in case.doctrine.claims
        if claim.id in ruled_on and claim.parts and found.keys() >= set(named(claim.parts))
    ]


def asked_on(case: Case, claim: Claim, asked: Collection[ElementId]) -> list[ElementId]:
    """Return what is beneath a claim, of all that is asked of a party.

    The rest is asked of another party alone, as of whom this one answers for.
    """
    return [key for key in beneath(claim.parts, case.elements) if key in asked]


def claims_about(
    case: Case, analysis: Analysis, party: PartyId, element: ElementId
) -> list[Claim]:
    """Return those of them that the element is part of; all of them, if it is of none."""
    claims = claims_of(case, analysis, party)
    about = [claim for claim in claims if element in beneath(claim.parts, case.elements)]
    return about or claims
