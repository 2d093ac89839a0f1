"""Later law as cards: outside the opinion, and without any effect on what is shown of it."""

from okin_lib.doctrine.case import Case
from okin_lib.instruments.later.data import Later, LaterCase
from okin_lib.page.sides import side_of
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import day, listed
from okin_lib.record.types import NO_PARTY, Side


def cards(case: Case, region: RegionId) -> str:
    """Return the cards, each with the step on which it would be cited, and by whom for what."""
    found = case.study(Later)
    return render(
        "instruments/later/later",
        found=found,
        written=day(found.written),
        on=lambda card: _bears_on(case, card),
        asked_of=lambda card: _sides(case, card),
        region=region,
    )


def _sides(case: Case, card: LaterCase) -> dict[Side, str]:
    """What each side is called where it would cite the card, of all whom it can concern."""
    asked = [party for key in card.elements for party in case.asked[key]] or [NO_PARTY]
    return {
        side: listed(dict.fromkeys(side_of(case, side, party) for party in asked))
        for side in case.record.sides
    }


def _bears_on(case: Case, card: LaterCase) -> list[str]:
    """The labels of the elements and readings on which the card would be cited."""
    readings = [case.readings[key].label for key in card.readings]
    return [*(case.elements[key].label for key in card.elements), *readings]
