"""Every element for every party in tables; what the court found of several as one cell."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.types import Status
from okin_lib.reasoning.index import index
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.record.types import Side
from okin_lib.views.badge import badge
from okin_lib.views.page import render
from okin_lib.views.words import STATUS, Word, listed, party_names, standing

Stood = tuple[Status, Side | None]
Was = Mapping[tuple[str, str], Finding]


@frozen
class Cell:
    """One cell.

    Attributes
    ----------
    span
        How many parties share it.
    collective
        Whether the court made the finding of several parties as one.
    was
        How it stood, if it changed.
    """

    badge: Markup
    span: int
    collective: bool
    was: Word | None


@frozen
class Table:
    """The findings on parties of whom the same is asked: rows of cells under each claim."""

    parties: tuple[str, ...]
    claims: tuple[tuple[str, tuple[tuple[str, tuple[Cell, ...]], ...]], ...]


def matrix(case: Case, analysis: Analysis, record: Analysis, party: str, region: str) -> str:
    """Return the tables, and one party's findings alone, with what differs from ``record`` marked.

    Parameters
    ----------
    party
        Whose findings are shown where there is no room for a table.
    """
    names = party_names(case)
    was = {(finding.element, finding.party): finding for finding in record.findings}
    by_party = {
        key: tuple(finding for finding in analysis.findings if finding.party == key)
        for key in dict.fromkeys(finding.party for finding in analysis.findings)
    }
    return render(
        "matrix",
        region=region,
        tables=[_table(case, [by_party[key] for key in keys], was) for keys in alike(by_party)],
        total=len(analysis.findings),
        changed=sum(_was(case, finding, was) is not None for finding in analysis.findings),
        parties=[(key, names[key]) for key in by_party],
        party=party,
        name=names[party],
        alone=_table(case, [by_party[party]], was),
        listed=listed,
    )


def alike(by_party: Mapping[str, Sequence[Finding]]) -> Iterator[list[str]]:
    """Group the parties that follow one another and of whom the same elements are asked."""
    asked = {key: tuple(f.element for f in found) for key, found in by_party.items()}
    for _, group in groupby(asked, asked.__getitem__):
        yield list(group)


def cells(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Group neighbouring findings that the court made as one."""

    def one(finding: Finding) -> object:
        if not finding.collective:
            return finding.party
        return finding.authority, finding.status, finding.grade, finding.lean

    return [list(group) for _, group in groupby(findings, one)]


def _table(case: Case, columns: Sequence[Sequence[Finding]], was: Was) -> Table:
    law, names = index(case), party_names(case)
    rows = [
        (row[0].claim, (law.elements[row[0].element].label, _cells(case, row, was)))
        for row in zip(*columns, strict=True)
    ]
    return Table(
        parties=tuple(names[column[0].party] for column in columns),
        claims=tuple(
            (claim.label, tuple(row for key, row in rows if key == claim.id))
            for claim in case.doctrine.claims
            if any(key == claim.id for key, _ in rows)
        ),
    )


def _cells(case: Case, row: Sequence[Finding], was: Was) -> tuple[Cell, ...]:
    return tuple(
        Cell(badge(case, first), 1 + len(others), first.collective, _was(case, first, was))
        for first, *others in cells(row)
    )


def _was(case: Case, finding: Finding, was: Was) -> Word | None:
    then = was[finding.element, finding.party]
    if (then.status, then.lean) == (finding.status, finding.lean):
        return None
    return _stood(case, (then.status, then.lean))


@lru_cache(maxsize=64)
def _stood(case: Case, stood: Stood) -> Word:
    return Word(STATUS[stood[0]].sign, standing(case, *stood), STATUS[stood[0]].meaning)
