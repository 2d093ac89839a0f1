"""Who is who, with what each of them tells, and a map of what lies in what."""

from collections import Counter
from functools import lru_cache

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.cast.data import Area, Cast, Other, Site
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import listed, put_in
from okin_lib.record.types import Party


@frozen
class Person:
    """Someone as they are shown."""

    name: str
    text: str
    page: str
    quote: str
    tells: tuple[str, ...]
    """In what forms they tell facts of the record, each with how many."""
    passed_on: int
    """How many facts come from them through others."""
    besides: str = ""
    """What else the record says of them."""


@frozen
class Mapped:
    """An area with the places and the areas in it."""

    area: Area
    places: tuple[Site, ...]
    areas: tuple["Mapped", ...]


# Nothing that is supposed changes it.
@lru_cache(maxsize=8)
def cast(case: Case, region: RegionId) -> str:
    """Return the people of the case by what they are in it, and the map."""
    found = case.study(Cast)
    return render(
        "instruments/cast/cast",
        groups=[
            (
                group.label,
                [
                    *(_party(case, case.parties[key]) for key in group.parties),
                    *(_other(case, each) for each in group.others),
                ],
            )
            for group in found.groups
        ],
        mapped=_within(found, ""),
        unplaced=[place for place in found.places if not place.area],
        region=region,
    )


def _party(case: Case, party: Party) -> Person:
    also = f"Also called {listed(party.aliases)}." if party.aliases else ""
    besides = " ".join(filter(None, [also, party.note]))
    said = (party.description, party.page, party.quote)
    return Person(party.name, *said, *_told(case, party.name), besides)


def _other(case: Case, other: Other) -> Person:
    known = other.known
    return Person(other.name, known.text, known.page, known.quote, *_told(case, other.name))


def _told(case: Case, name: str) -> tuple[tuple[str, ...], int]:
    sources = [fact.source for fact in case.record.facts]
    forms = Counter(put_in(source) for source in sources if source.who == name)
    passed_on = sum(name in source.hops for source in sources)
    return tuple(f"{form} {count}" for form, count in forms.items()), passed_on


def _within(found: Cast, outer: str) -> tuple[Mapped, ...]:
    return tuple(
        Mapped(
            area,
            tuple(place for place in found.places if place.area == area.id),
            _within(found, area.id),
        )
        for area in found.areas
        if area.within == outer
    )
