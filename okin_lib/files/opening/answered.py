"""What comes of the text of a case file, ready to be shown: nothing in it hides what it is."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.files.stream import visible
from okin_lib.page.casing import capitalized
from okin_lib.page.costly import costly
from okin_lib.page.supposition import itemized, supposition
from okin_lib.reasoning.types import Scenario

if TYPE_CHECKING:  # what reads and works a file is slow to import, and few open one
    from okin_lib.files.grid import Grid, Remark
    from okin_lib.files.worked import Worked
    from okin_lib.patterns.pattern import Either, FactorValue, Pattern, PatternParty
    from okin_lib.patterns.pattern_analysis import PatternAnalysis

LARGEST = 20_000
"""How many bytes a file may have that a page opens: with the rest of a lesson, it is kept."""
NAME = "your case file"


@frozen
class FileAnswer:
    """What comes of one scenario of a case file, or of its fact pattern."""

    supposing: str
    """What it supposes, in its author's words."""
    verdicts: tuple[str, ...]
    """Whether it is as the file expects."""
    scenario: Scenario | None = None
    """What a board supposes of the record; a fact pattern supposes nothing of it."""
    items: tuple[str, ...] = ()
    """What that is, item by item."""
    told: "tuple[Remark | Grid, ...]" = ()
    """What is given of a fact pattern, and what is found of it."""


@frozen
class AnsweredFile:
    """A case file, with what comes of it."""

    title: str
    note: str
    answers: tuple[FileAnswer, ...]

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """What its answers suppose of the record; nothing, for a fact pattern."""
        return tuple(each.scenario for each in self.answers if each.scenario is not None)


NO_FILE = AnsweredFile("", "", ())


@costly(8)  # each act on a board asks for the one that is open
def answered(case: Case, text: str) -> AnsweredFile:
    """Return what comes of the text of a case file.

    Raises
    ------
    DataError
        With everything wrong in it, as the command line says it.
    """
    from okin_lib.files.case_file import understood
    from okin_lib.files.worked import work
    from okin_lib.record.yamltext import parse, text_of

    content = text.encode("utf-8", "surrogatepass")
    file = understood(parse(text_of(content, NAME, LARGEST), NAME), case)
    answers = tuple(_answer(case, worked) for worked in work(case, file))
    return AnsweredFile(visible(file.title), visible(file.note), answers)


def _answer(case: Case, worked: "Worked") -> FileAnswer:
    from okin_lib.patterns.pattern_analysis import PatternAnalysis

    found, verdicts = worked.analysis, tuple(map(visible, worked.verdicts))
    supposing = visible(worked.supposing)
    if isinstance(found, PatternAnalysis):
        return FileAnswer(supposing, verdicts, told=tuple(_told(case, found)))
    supposed = found.scenario
    items = tuple(itemized(case, supposed))
    as_it_is = capitalized(supposition(case, supposed).in_brief)
    return FileAnswer(supposing, verdicts, supposed, items or (f"{as_it_is}.",))


def _told(case: Case, found: "PatternAnalysis") -> "Iterator[Remark | Grid]":
    from okin_lib.files.grid import Grid
    from okin_lib.files.pattern_told import pattern_told

    for each in (_given(case, found.pattern), *pattern_told(case, found)):
        if isinstance(each, Grid):
            rows = tuple(tuple(map(visible, row)) for row in each.rows)
            heads = tuple(map(visible, each.headers))
            yield evolve(each, headers=heads, rows=rows)
        else:
            yield evolve(each, text=visible(each.text))


def _given(case: Case, pattern: "Pattern") -> "Grid":
    """Return what the file says of each party: what it gives is its author's."""
    from okin_lib.files.grid import Grid

    def named(factors: Collection[str]) -> str:
        return ", ".join(each.label for key, each in case.factors.items() if key in factors)

    def of(party: "PatternParty") -> tuple[str, ...]:
        by_value = [[k for k, its in party.factors.items() if its is v] for v in _VALUES.values()]
        return (party.name or party.id, *map(named, by_value))

    def one_of(either: "Either") -> tuple[str, ...]:
        return (f"one of {', '.join(either.parties)}", f"one of {named(either.factors)}", "", "")

    rows = (*map(of, pattern.parties), *map(one_of, pattern.either))
    return Grid(("Party", *_VALUES), rows, "What your file gives, and nobody found")


_VALUES: "dict[str, FactorValue]" = {"true": True, "false": False, "unknown": None}
"""By how a file writes it, whether a factor is so."""
