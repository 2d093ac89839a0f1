"""Who is who in the case, and what lies where: the parties as the record has them, and others."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import PartyId, Support


@frozen
class Other:
    """Someone of whom the record tells, or who tells, and who is not among its parties."""

    name: str
    """As the sources of facts name them."""
    known: Support
    """Who they are, and the passage that says so."""


@frozen
class Cohort:
    """Those who are the same thing in the case."""

    label: str
    parties: tuple[PartyId, ...] = ()
    others: tuple[Other, ...] = ()


@frozen
class Area:
    """A municipality on the map."""

    id: str
    label: str
    known: Support
    within: str = ""
    """The id of the area that it lies in, listed before it; empty if none is stated."""


@frozen
class Site:
    """A place of the record."""

    label: str
    known: Support
    area: str = ""
    """The id of the area that it lies in; empty where the opinion does not say."""


@frozen(eq=False)
class Cast:
    """The people of the case, and its places."""

    groups: tuple[Cohort, ...]
    areas: tuple[Area, ...]
    places: tuple[Site, ...]


def _wrong(found: Cast, case: Case) -> Iterator[Problem]:
    listed = [party for group in found.groups for party in group.parties]
    yield from unknown("party", listed, case.parties)
    yield from misnamed("party", listed)
    for party in case.parties:
        if party not in listed:
            place = place_of(found.groups[0].label)
            yield Problem(place, f"'{party}' is in no group: list it in one")
    ids = [area.id for area in found.areas]
    yield from misnamed("area", ids)
    for number, area in enumerate(found.areas):
        yield from unknown("area listed before it", filter(None, [area.within]), ids[:number])
    yield from unknown("area", filter(None, [place.area for place in found.places]), ids)


CAST = Study(
    Cast,
    "instruments/cast/data.yaml",
    _wrong,
    {"places on the map": lambda found: len(found.places)},
)
