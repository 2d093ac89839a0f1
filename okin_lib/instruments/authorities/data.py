"""Every authority that the opinion cites: for what, on which page, by whom and as what."""

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Speaker

Kind = Literal["case", "statute", "rule", "secondary"]
UsedAs = Literal["holding", "statement", "contrast", "dissent", "left-open", "background"]


@frozen
class CitedFor:
    """What the opinion cites an authority for at one place."""

    page: str
    quote: str
    text: str
    used_as: UsedAs
    by: Speaker = "court"
    """Whose citation it is."""
    through: str = ""
    """For a precedent's citation, the id of that precedent."""


@frozen
class CitedSource:
    """What is cited, with each use that is made of it."""

    id: str
    name: str
    uses: tuple[CitedFor, ...]
    short: str = ""
    """How the opinion names it once it has been cited in full."""
    kind: Kind = "case"
    cite: str = ""
    court: str = ""
    year: int = 0
    """Zero where none is given."""


@frozen(eq=False)
class Authorities:
    """The authorities in the order of the pages on which they are first cited."""

    authorities: tuple[CitedSource, ...]


def _wrong(found: Authorities, case: Case) -> Iterator[Problem]:
    names = [each.id for each in found.authorities]
    yield from misnamed("authority", names)
    cites = {each.cite for each in found.authorities}
    for precedent in case.doctrine.precedents:
        if precedent.year < case.record.year and precedent.cite not in cites:
            remedy = "add it, or correct its cite"
            yield Problem(place_of(names[0]), f"{precedent.cite} is not in it: {remedy}")
    for each in found.authorities:
        if each.kind == "case" and not (each.cite and each.court and each.year):
            remedy = "give its cite, court and year"
            yield Problem(
                place_of(each.id), f"the case '{each.id}' is not cited in full: {remedy}"
            )
        for use in each.uses:
            yield from unknown("authority", [use.through] if use.through else [], names)
            if (use.by == "precedent") != bool(use.through):
                remedy = "a precedent's citation, and no other, names it in through"
                yield Problem(
                    place_of(use.quote), f"whose citation this is does not fit: {remedy}"
                )


AUTHORITIES = Study(
    Authorities,
    "instruments/authorities/data.yaml",
    _wrong,
    {"authorities cited in the opinion": lambda found: len(found.authorities)},
)
