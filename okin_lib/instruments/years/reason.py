"""What each reading of the precedents makes of every year, and of the years of the conduct."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import groupby

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.established import Answer
from okin_lib.reasoning.constraint import Constraint
from okin_lib.reasoning.established import Year, facing, law_in
from okin_lib.reasoning.precedent import Stance, apart, read_together
from okin_lib.reasoning.scenario import scenario
from okin_lib.record.types import PartyId


@frozen
class Stretch:
    """Years in a row that are answered alike."""

    answer: Answer | None
    """None for years that are closed."""
    first: int
    last: int
    moved: bool
    """Whether any of them was answered otherwise at first."""


@frozen
class Course:
    """One reading of the precedents, over all years."""

    reader: str
    together: bool
    """Whether it reads together those that can be."""
    chosen: bool
    """Whether it is the one whose further steps can be switched."""
    now: tuple[Year, ...]
    """How the law stands in each year of the conduct."""
    before: tuple[Year, ...]
    """How it stood when the conduct was, with the steps that are usual on this reading."""
    usual: tuple[Year, ...] | None
    """How it would stand in each of its years with the usual steps, if others are taken."""
    stretches: tuple[Stretch, ...]

    @property
    def idle(self) -> bool:
        """Whether the steps that are taken change no answer of these years."""
        return self.usual is None or _answers(self.usual) == _answers(self.now)

    @property
    def first(self) -> Constraint:
        """What is found of the first year of the conduct."""
        return self.now[0].found

    @property
    def moved(self) -> bool:
        """Whether the conduct is answered otherwise than at first."""
        return _answers(self.now) != _answers(self.before)

    @property
    def other_ground(self) -> bool:
        """Whether it is answered as at first, by other cases."""
        return not self.moved and [_ground(each) for each in self.now] != [
            _ground(each) for each in self.before
        ]


def conduct(case: Case, year: int) -> range:
    """Return the years of the conduct, if it begins in ``year`` and lasts as on the record."""
    own = case.record.conduct_year
    last = max(int(event.date[:4]) for event in case.record.events if event.date)
    return range(year, year + max(last, own) - own + 1)


# The law of a year is asked for by a line, by its sentence and by its reasons.
@lru_cache(maxsize=1024)
def stood(case: Case, party: PartyId, reader: str, together: bool, year: int) -> Year:
    """Return how the law stood for a party's conduct in ``year``."""
    situation = facing(case, scenario(case, year=year), party)
    return law_in(case, situation, _taken(case, reader, together), year)


@lru_cache(maxsize=16)  # so that what is kept of a stance's holdings is found again
def _taken(case: Case, reader: str, together: bool) -> Stance:
    taken = apart(case, reader)
    return read_together(case, taken) if together else taken


def stretches(
    case: Case,
    party: PartyId,
    reader: str,
    together: bool,
    closed: Collection[int] = (),
) -> tuple[Stretch, ...]:
    """Return the years in rows that are answered alike, with what is not so at first marked.

    Parameters
    ----------
    closed
        The years of which no answer is to be shown.
    """
    usual = reader in case.doctrine.together.reads

    def answer(year: int, so: bool) -> Answer | None:
        return None if year in closed else stood(case, party, reader, so, year).found.answer

    found = []
    for now, group in groupby(case.years, lambda year: answer(year, together)):
        years = list(group)
        moved = any(answer(year, usual) != now for year in years)
        found.append(Stretch(now, years[0], years[-1], moved))
    return tuple(found)


def line(
    case: Case,
    party: PartyId,
    reader: str,
    year: int,
    on: Sequence[str] | None,
    closed: Collection[int] = (),
) -> Course:
    """Return a reading over all years, and for conduct that begins in ``year``.

    Parameters
    ----------
    on
        The further steps that are taken, if it is the reading that is chosen; else its usual ones.
    closed
        The years of which no answer is to be shown.
    """
    usual = reader in case.doctrine.together.reads
    together = usual if on is None else "together" in on

    def each(first: int, so: bool) -> tuple[Year, ...]:
        return tuple(stood(case, party, reader, so, when) for when in conduct(case, first))

    return Course(
        reader=reader,
        together=together,
        chosen=on is not None,
        now=each(year, together),
        before=each(case.record.conduct_year, usual),
        usual=None if together == usual else each(year, usual),
        stretches=stretches(case, party, reader, together, closed),
    )


def _ground(year: Year) -> frozenset[str]:
    return frozenset(case.id for case in year.found.by)


def _answers(years: Sequence[Year]) -> list[Answer]:
    return [each.found.answer for each in years]
