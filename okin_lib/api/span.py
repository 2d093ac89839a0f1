"""What a sweep ranges over, and every scenario that it can make."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations, product
from math import comb, prod
from typing import Self, TypeVar

from attrs import frozen

from okin_lib.api.ids import listed
from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import ReadingId
from okin_lib.reasoning.scenario import Contradictory, compatible, current_readings, scenario
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import FactId

T = TypeVar("T")


@frozen
class Span:
    """What is switched: ids as the case has them, each once, in the order in which they came."""

    facts: tuple[FactId, ...]
    hypotheticals: tuple[FactId, ...]
    at_most: int
    """How many facts are left out at once, and how many hypotheticals added."""
    readings: tuple[tuple[ReadingId, tuple[str, ...]], ...]
    years: tuple[int, ...]

    @classmethod
    def of(
        cls,
        case: Case,
        facts: Iterable[str],
        hypotheticals: Iterable[str],
        at_most: int,
        readings: Mapping[str, Iterable[str]],
        years: Iterable[int],
    ) -> Self:
        """Return the span of what is given by ids.

        Raises
        ------
        ValueError
            For an id that the case does not have, or a reading without a value.
        """
        left_out = (scenario(case, [name]).without for name in listed(facts))
        added = (scenario(case, added=[name]).added for name in listed(hypotheticals))
        return cls(
            facts=_once(chain.from_iterable(left_out)),
            hypotheticals=_once(chain.from_iterable(added)),
            at_most=at_most,
            readings=tuple(_values(case, readings).items()),
            years=_once(years),
        )

    def scenarios(self, case: Case) -> Iterator[Scenario]:
        """Yield every scenario but the contradictory, in an order that is always the same.

        What is added changes slowest, then what is left out, the readings, and the year.
        """
        names = [name for name, _ in self.readings]
        for added in self._compatible(case):
            for without in _sets(self.facts, self.at_most):
                for chosen in product(*(values for _, values in self.readings)):
                    for year in self.years or (None,):
                        read = dict(zip(names, chosen, strict=True))
                        yield scenario(case, without, added, read, year)

    def counted(self, case: Case) -> tuple[int, int]:
        """Return how many scenarios there are, and how many more would be contradictory."""
        fit = sum(1 for _ in self._compatible(case))
        each = _how_many(self.facts, self.at_most) * max(len(self.years), 1)
        each *= prod(len(values) for _, values in self.readings)
        return fit * each, (_how_many(self.hypotheticals, self.at_most) - fit) * each

    @property
    def told(self) -> Iterator[str]:
        """It in words, line by line."""
        if every := len(self.facts):
            yield f"facts left out: up to {min(self.at_most, every)} of {every}"
        if every := len(self.hypotheticals):
            yield f"hypotheticals added: up to {min(self.at_most, every)} of {every}"
        for name, values in self.readings:
            yield f"{name}: {', '.join(values)}"
        if self.years:
            yield f"the events begin in: {', '.join(map(str, self.years))}"

    def _compatible(self, case: Case) -> Iterator[tuple[FactId, ...]]:
        for added in _sets(self.hypotheticals, self.at_most):
            try:
                compatible(case, frozenset(added))
            except Contradictory:
                continue
            yield added


def _values(case: Case, readings: Mapping[str, Iterable[str]]) -> dict[ReadingId, tuple[str, ...]]:
    """The values of each reading; two of its names are one."""
    found: dict[ReadingId, tuple[str, ...]] = {}
    for name, values in readings.items():
        chosen = [current_readings(case, {name: value}) for value in listed(values)]
        if not chosen:
            raise ValueError(f"reading {name!r} is given no value: name one, or leave it out")
        for key, value in chain.from_iterable(each.items() for each in chosen):
            found[key] = _once((*found.get(key, ()), value))
    return found


def _sets(ids: tuple[FactId, ...], at_most: int) -> Iterator[tuple[FactId, ...]]:
    for size in range(at_most + 1):
        yield from combinations(ids, size)


def _how_many(ids: tuple[FactId, ...], at_most: int) -> int:
    return sum(comb(len(ids), size) for size in range(at_most + 1))


def _once(things: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(things))
