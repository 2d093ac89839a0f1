"""Many scenarios: every one that some facts, readings and years can make, and what is found."""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from pathlib import Path

from attrs import field, frozen

from okin_lib.api.as_csv import kept_lines
from okin_lib.api.as_parquet import write_parquet
from okin_lib.api.asked import Asked, asked_of, found_here
from okin_lib.api.ids import counted
from okin_lib.api.in_processes import in_order
from okin_lib.api.progress import shown_progress
from okin_lib.api.records import Records
from okin_lib.api.scenario import Scenario
from okin_lib.api.shown import Record, Shown
from okin_lib.api.span import Span
from okin_lib.api.swept import Swept, supposed_in
from okin_lib.doctrine.case import Case
from okin_lib.files.csv_line import csv_line
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning import types


@frozen(repr=False)
class Sweep(Shown):
    """Scenarios in an order that is always the same, each worked out when its turn comes.

    What is added changes slowest, then what is left out, the readings, and the year. Every time
    that it is iterated over it begins anew, and shows how far it is where tqdm is installed.
    """

    _span: Span
    _asked: Asked
    _processes: int = field(eq=False)
    _case: Case = field(eq=False)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns of a row."""
        return tuple(self._blank)

    @property
    def contradictory(self) -> int:
        """How many scenarios would suppose what excludes each other, and are skipped."""
        return self._span.counted(self._case)[1]

    def records(self) -> Records[Swept]:
        """Return all of them as a table, which is kept in memory."""
        return Records(self, "Scenarios")

    def to_csv(self, path: str | Path, resume: bool = False) -> int:
        """Write a row for each scenario as CSV, as it is found, and return how many were written.

        Parameters
        ----------
        resume
            Whether to go on after the last whole row of a file that was left half written.

        Raises
        ------
        ValueError
            If that file was written by another sweep, or with another version of the law.
        """
        path = Path(path)
        kept = kept_lines(path, self._beginnings()) if resume and path.exists() else 0
        with path.open("a" if kept else "w", encoding="utf-8", newline="") as file:
            if not kept:
                file.write(csv_line(self.columns))
            done = max(kept - 1, 0)
            for row in self._from(done):
                file.write(csv_line(row.to_record().values()))
        return len(self) - done

    def to_parquet(self, path: str | Path) -> None:
        """Write a row for each scenario as Parquet, whole or not at all.

        Raises
        ------
        ImportError
            If pyarrow, which this library does not need, is not installed.
        """
        columns = {name: type(cell) for name, cell in self._blank.items()}
        write_parquet(Path(path), columns, (row.to_record() for row in self))

    def __len__(self) -> int:
        return self._span.counted(self._case)[0]

    def __iter__(self) -> Iterator[Swept]:
        return self._from(0)

    def __str__(self) -> str:
        told = [f"A sweep of {len(self):,} scenarios", *self._span.told, f"asked: {self._asked}"]
        if self.contradictory:
            told.append(self.said_of_contradictory)
        return "\n  ".join(told)

    @property
    def said_of_contradictory(self) -> str:
        """How many they are, in words."""
        return f"skipped: {self.contradictory:,} more, which suppose what excludes each other"

    @property
    def _blank(self) -> Record:
        return {**self._supposed(Scenario()), **dict.fromkeys(self._asked.columns, "")}

    def _from(self, start: int) -> Iterator[Swept]:
        """The scenarios from the place ``start`` on, and how far they are."""
        supposed = islice(self._span.scenarios(self._case), start, None)
        found = in_order(partial(found_here, self._asked), supposed, self._processes)
        columns = self._asked.columns
        rows = (self._row(each, zip(columns, answers, strict=True)) for each, answers in found)
        return shown_progress(rows, start, len(self))

    def _row(self, supposed: types.Scenario, found: Iterable[tuple[str, str]]) -> Swept:
        scenario = Scenario(supposed, self._case)
        return Swept(scenario, self._supposed(scenario), dict(found))

    def _supposed(self, scenario: Scenario) -> Record:
        return supposed_in(scenario, (reading for reading, _ in self._span.readings))

    def _beginnings(self) -> Iterator[str]:
        """How each line of the CSV begins: the first wholly, the others with what is supposed."""
        every = (Scenario(each, self._case) for each in self._span.scenarios(self._case))
        rows = (csv_line([*self._supposed(each).values(), ""]) for each in every)
        return chain([csv_line(self.columns)], (row.removesuffix("\n") for row in rows))


def sweep(
    facts: Iterable[str] = (),
    hypotheticals: Iterable[str] = (),
    readings: Mapping[str, Iterable[str]] | None = None,
    years: Iterable[int] = (),
    *,
    at_most: int = 1,
    elements: Iterable[str] = (),
    parties: Iterable[str] = (),
    processes: int = 1,
) -> Sweep:
    """Return every scenario that these make together; it warns of contradictory ones skipped.

    Parameters
    ----------
    facts, hypotheticals
        Ids of facts to leave out, and of others to add: none, and each alone.
    readings
        By id of a reading, the values that it takes in turn.
    years
        The years in which the events begin, in turn; without any, their own.
    at_most
        How many facts are left out at once, and how many added, where it is not each alone.
    elements, parties
        Ids of what is asked, and of whom; without elements, what becomes of each motion.
    processes
        How many share the work; a script asks for them under ``if __name__ == "__main__":``.

    Raises
    ------
    ValueError
        For an id that the case does not have, with the nearest that it has; for a number below 1
        or a reading without a value; or if nothing is asked of any party.
    """
    case = load_case()
    span = Span.of(case, facts, hypotheticals, counted("at_most", at_most), readings or {}, years)
    made = Sweep(span, asked_of(case, elements, parties), counted("processes", processes), case)
    if made.contradictory:
        warnings.warn(made.said_of_contradictory, stacklevel=2)
    return made
