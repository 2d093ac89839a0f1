"""Later law as cards: outside the opinion, and without any effect on what is shown of it."""

from okin_lib.doctrine.case import Case
from okin_lib.instruments.later.data import Later, LaterCase
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import day


def cards(case: Case, region: RegionId) -> str:
    """Return the cards, each with the step on which it would be cited, and by whom for what."""
    found = case.study(Later)
    return render(
        "instruments/later/later",
        found=found,
        written=day(found.written),
        on=lambda card: _bears_on(case, card),
        sides=case.record.sides,
        region=region,
    )


def _bears_on(case: Case, card: LaterCase) -> list[str]:
    """The labels of the elements and readings on which the card would be cited."""
    readings = [case.readings[key].label for key in card.readings]
    return [*(case.elements[key].label for key in card.elements), *readings]
