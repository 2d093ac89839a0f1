"""Later law as cards: outside the opinion, and without any effect on what is shown of it."""

from okin_lib.doctrine.case import Case
from okin_lib.instruments.later.data import Later
from okin_lib.page.template import render
from okin_lib.page.words import day


def cards(case: Case, region: str) -> str:
    """Return the cards, each with the step on which it would be cited, and by whom for what."""
    found = case.study(Later)
    return render(
        "instruments/later/later",
        found=found,
        written=day(found.written),
        elements={key: element.label for key, element in case.elements.items()},
        sides=case.record.sides,
        region=region,
    )
