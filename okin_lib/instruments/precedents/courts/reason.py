"""Two courts side by side: what each says, and what the precedents come to as it reads them."""

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.precedents.courts.data import Court, Courts
from okin_lib.reasoning.established import Year, law_in
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.precedent import apart, stance_of
from okin_lib.reasoning.reach import Reach, reach


@frozen
class Compared:
    """One court's reading put to a situation."""

    court: Court
    stood: Year
    """How the law stood, in this model, for conduct in the year asked about."""
    precedents: tuple[Reach, ...]
    """What sets the situation apart from each precedent in force then, as the court takes
    it."""


def compare(case: Case, facing: Situation, year: int) -> tuple[Compared, ...]:
    """Return each court's reading of the precedents put to the situation in ``year``."""
    found = []
    for court in case.study(Courts).courts:
        taken = stance_of(case, court.reading)
        each = apart(case, court.reading)
        in_force = (holding for holding in each.establishes if holding.in_force(year))
        reaches = (reach(case, h, each, h.of[0].id, "precedent", facing) for h in in_force)
        found.append(Compared(court, law_in(case, facing, taken, year), tuple(reaches)))
    return tuple(found)
