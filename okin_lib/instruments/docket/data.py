"""A docket of cases, decided and invented, to be run under each order of the two prongs."""

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Support

Order = Literal["violation-first", "established-first"]


@frozen
class Docketed:
    """A precedent on the docket."""

    precedent: str
    label: str


@frozen
class Invented:
    """An invented case, in which a court that asks would find a violation."""

    id: str
    label: str
    text: str
    """What is supposed."""
    year: int
    conduct: int
    factors: tuple[FactorId, ...]
    """Ids of its factors; any other is absent."""
    material: tuple[FactorId, ...]
    """Those on which a court would rest the violation."""


@frozen
class Prongs:
    """An order of the two prongs, and what the opinion says of it."""

    label: str
    because: tuple[Support, ...]


@frozen(eq=False)
class Docket:
    """The cases, and the orders in which they are run."""

    decided: tuple[Docketed, ...]
    invented: tuple[Invented, ...]
    orders: dict[Order, Prongs]
    notes: tuple[Support, ...]


def _wrong(found: Docket, case: Case) -> Iterator[Problem]:
    doctrine = case.doctrine
    ids = [each.id for each in found.invented]
    yield from misnamed("case", [*(each.precedent for each in found.decided), *ids])
    precedents = [precedent.id for precedent in doctrine.precedents]
    yield from unknown("precedent", [each.precedent for each in found.decided], precedents)
    factors = [factor.id for factor in doctrine.factors]
    for each in found.invented:
        yield from unknown("factor", (*each.factors, *each.material), factors)
        if each.conduct >= each.year:
            remedy = "the conduct comes first"
            yield Problem(place_of(each.id), f"'{each.id}' is decided in its own year: {remedy}")
        for reading, sides in doctrine.relevant.items():
            if not any(factor in seen for seen in sides.values() for factor in each.material):
                remedy = f"name one that matters on '{reading}'"
                yield Problem(place_of(each.id), f"'{each.id}' would hold nothing there: {remedy}")


DOCKET = Study(
    Docket,
    "instruments/docket/data.yaml",
    _wrong,
    {"cases on the docket": lambda found: len(found.decided) + len(found.invented)},
)
