"""Later law, outside the opinion: cards on where it would be cited, which decide nothing."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.readings import ReadingId
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem, place_of


@frozen
class LaterCase:
    """A later authority; all that is said of it is a paraphrase."""

    id: str
    name: str
    cite: str
    court: str
    year: int
    elements: tuple[ElementId, ...]
    """Ids of the elements on which it would be cited."""
    holds: str
    """What it holds."""
    plaintiff: str
    officers: str
    """What each side would cite it for."""
    readings: tuple[ReadingId, ...] = ()
    """Ids of the readings on which it would be cited."""
    checked: str = ""
    """Who has checked the card against the case, and when; empty until someone has."""


@frozen(eq=False)
class Later:
    """The cards; ``notice`` goes wherever one is shown, with the ISO date of their writing."""

    written: str
    notice: str
    cards: tuple[LaterCase, ...]


def _wrong(found: Later, case: Case) -> Iterator[Problem]:
    elements = [element.id for element in case.doctrine.elements]
    yield from misnamed("card", [card.id for card in found.cards])
    for card in found.cards:
        yield from unknown("element", card.elements, elements)
        yield from unknown("reading", card.readings, case.readings)
        if card.year < case.record.year:
            remedy = "it belongs among the precedents, with what the opinion says of it"
            yield Problem(place_of(card.id), f"'{card.id}' is no later law: {remedy}")
    try:
        date.fromisoformat(found.written)
    except ValueError:
        remedy = "write it as YYYY-MM-DD"
        yield Problem(place_of(found.written), f"'{found.written}' is no date: {remedy}")


LATER = Study(
    Later,
    "instruments/later/data.yaml",
    _wrong,
    {"later authorities, outside the opinion": lambda found: len(found.cards)},
)
