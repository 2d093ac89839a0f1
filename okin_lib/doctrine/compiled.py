"""A case from its sources: read, verified, and ready to be stored."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.checks import doctrine_problems
from okin_lib.doctrine.load import read_doctrine
from okin_lib.doctrine.stored import Studies, decoded, encoded
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import passages, record_problems
from okin_lib.record.data_file import all_of
from okin_lib.record.disputes import load_disputes
from okin_lib.record.load import read_opinion, read_record
from okin_lib.record.placed import refuse


def compile_case(root: Path) -> Case:
    """Return the record and the doctrine in the folder ``root``, verified, without studies.

    Parameters
    ----------
    root
        The folder that holds ``record/`` and ``doctrine/``.

    Raises
    ------
    DataError
        With everything found wrong: file, line and remedy.
    """
    opinion, record, doctrine = all_of(
        [
            lambda: read_opinion(root),
            lambda: read_record(root),
            lambda: read_doctrine(root),
        ]
    )
    refuse([*record_problems(record, opinion), *doctrine_problems(doctrine, record, opinion)])
    record, doctrine = decoded(encoded([record, doctrine]))  # text that forgets its place
    return Case(record, doctrine, opinion)


def with_studies(root: Path, case: Case, studies: Iterable[Study[Any]]) -> Case:
    """Return the case with its disputed matters and ``studies``, from the folder ``root``.

    Raises
    ------
    DataError
        With everything found wrong: file, line and remedy.
    """
    listed = tuple(studies)
    disputes, *found = all_of(
        [
            lambda: load_disputes(root, case.record, case.opinion),
            *(lambda study=study: study.load(root, case) for study in listed),
        ]
    )
    return evolve(
        case,
        disputes=tuple(decoded(encoded(disputes))),
        studies=Studies.of(dict(zip((study.kind for study in listed), found, strict=True))),
    )


def counts(case: Case) -> list[str]:
    """Return a line for each kind of thing in the case, with how many there are."""
    record, doctrine = case.record, case.doctrine
    found: dict[str, Collection[object]] = {
        "parties": record.parties,
        "facts": record.facts,
        "hypothetical facts": record.hypotheticals,
        "factors": doctrine.factors,
        "elements": doctrine.elements,
        "precedents": doctrine.precedents,
        "readings": doctrine.readings,
        "rulings": doctrine.rulings,
        "quotations verified, each on its page": {*passages(record), *passages(doctrine)},
    }
    return [f"{kind}: {len(things)}" for kind, things in found.items()]
