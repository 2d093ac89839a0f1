"""A case file: scenarios of the record, or another case as a fact pattern, and what follows."""

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from okin_lib.api.finding import Disposition, Finding, disposition_of, finding_of
from okin_lib.api.records import Records
from okin_lib.api.shown import Record, Shown, as_json, part
from okin_lib.doctrine.case import Case
from okin_lib.files.as_json import worked_as_data
from okin_lib.lessons.installed import load_case
from okin_lib.page.words import party_names
from okin_lib.patterns.pattern import with_parties_of
from okin_lib.patterns.pattern_analysis import PatternAnalysis

if TYPE_CHECKING:  # working a file takes what reads YAML, which is slow to import
    from okin_lib.files.worked import Worked


@frozen(repr=False)
class Result(Shown):
    """One analysis of a case file."""

    supposing: str
    """What it supposes, in the author's words."""
    notice: str
    """What a reader must know of the answer as a whole; empty if there is nothing."""
    findings: Records[Finding]
    dispositions: Records[Disposition]
    misses: tuple[str, ...]
    """What the file expects and is not so."""
    json: str = field(eq=False)
    """It as JSON, in the form that the terminal prints."""

    def to_record(self) -> Record:
        """Return it as a row: what it supposes, and how much is not as expected."""
        return {"supposing": self.supposing, "misses": len(self.misses)}

    def __str__(self) -> str:
        return "\n".join(
            [
                self.supposing,
                *([self.notice] if self.notice else []),
                *(f"  {each.said}" for each in self.dispositions),
                *(f"  {each.said}" for each in self.findings),
                *(f"NOT AS EXPECTED: {each}" for each in self.misses),
            ]
        )

    def _repr_html_(self) -> str:
        return part("result", result=self)


@frozen(repr=False)
class CaseFile(Shown):
    """All the analyses of a case file."""

    title: str
    note: str
    """What its author says of the choices made in it."""
    results: Records[Result]

    def __str__(self) -> str:
        note = [f"Note: {self.note}"] if self.note else []
        return "\n\n".join([self.title, *note, *map(str, self.results)])

    def _repr_html_(self) -> str:
        return part("case_file", file=self)


def case(path: str | Path) -> CaseFile:
    """Return what follows from a case file, analysis by analysis.

    Raises
    ------
    ValueError
        With everything found wrong in the file, or that there is none: its place, and a remedy.
    OSError
        If it cannot be read.
    """
    from okin_lib.files.case_file import read
    from okin_lib.files.worked import work

    of = load_case()
    file = read(Path(path), of)
    results = (_result(of, each) for each in work(of, file))
    return CaseFile(file.title, file.note, Records(results, file.title))


def _result(of: Case, worked: "Worked") -> Result:
    found = worked.analysis
    if isinstance(found, PatternAnalysis):
        told, notice = with_parties_of(of, found.pattern), found.notice
    else:
        told, notice = of, ""
    names = party_names(told)
    return Result(
        supposing=worked.supposing,
        notice=notice,
        findings=Records((finding_of(told, each, names) for each in found.findings), "Findings"),
        dispositions=Records(
            (disposition_of(told, each, names) for each in found.dispositions), "Motions"
        ),
        misses=tuple(map(str, worked.misses)),
        json=as_json(worked_as_data(of, worked)),
    )
