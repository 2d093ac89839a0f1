"""When a right was clearly established: year by year, as a reader takes the precedents."""

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.generality import Generality
from okin_lib.reasoning.constraint import Constraint, forced
from okin_lib.reasoning.factors import situation
from okin_lib.reasoning.logic import Situation, unanimous
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.precedent import Decided, Stance
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import Event, PartyId, Support


@frozen
class Argument:
    """A general rule, identified by then, that covers the situation: it forces nothing."""

    rule: str
    covers: bool | None
    """None if that turns on an unknown."""
    because: tuple[Support, ...]


@frozen
class Year:
    """How the law stood for conduct in a year."""

    year: int
    found: Constraint
    decided: tuple[Decided, ...]
    """The cases decided before that year, in order of decision, whether or not they bind."""
    not_yet: tuple[Decided, ...]
    """Those not yet decided."""
    clarity: Argument | None = None
    """The argument from obvious clarity, if that is asked for and there is one."""


@frozen
class Incident:
    """How the law stood for one incident, which has a year of its own."""

    event: Event
    stood: Year


def law_in(case: Case, facing: Situation, taken: Stance, year: int, clarity: bool = False) -> Year:
    """Return how the law stood for conduct in ``year``.

    Parameters
    ----------
    clarity
        Whether to show the argument from obvious clarity (436-37) as well. It never changes
        what is found.
    """
    cases = sorted(case.doctrine.precedents, key=lambda precedent: precedent.year)
    return Year(
        year=year,
        found=forced(case, facing, taken, year),
        decided=tuple(p for p in cases if p.year < year),
        not_yet=tuple(p for p in cases if p.year >= year),
        clarity=_argument(case, facing, year) if clarity else None,
    )


def first_year(case: Case, facing: Situation, taken: Stance) -> Year | None:
    """Return the first year from which the right was established to the last, or None."""
    first = None
    for year in reversed(case.years):
        stood = law_in(case, facing, taken, year)
        if stood.found.answer != "yes":
            break
        first = stood
    return first


def incidents(case: Case, facing: Situation, taken: Stance, year: int) -> tuple[Incident, ...]:
    """Return how the law stood for each dated incident, if the first of them was in ``year``."""
    shift = year - case.record.conduct_year
    return tuple(
        Incident(event, law_in(case, facing, taken, int(event.date[:4]) + shift))
        for event in case.record.events
        if event.date
    )


def facing(case: Case, supposed: Scenario, party: PartyId) -> Situation:
    """Return the situation of a party in the scenario."""
    return situation(pose(case, supposed), party)


def _argument(case: Case, facing: Situation, year: int) -> Argument | None:
    found = case.study(Generality)
    (rule,) = (p for p in found.positions if p.id == found.clarity.position)
    identified = any(
        p.binding and p.id in rule.drawn_from and p.year < year for p in case.doctrine.precedents
    )
    covers = unanimous(lambda s: all(map(s.ask, rule.material)), facing)
    if not identified or covers is False:
        return None
    return Argument(rule.quote, covers, found.clarity.because)
