"""A case from its sources: read, verified, and ready to be stored."""

from collections.abc import Collection
from pathlib import Path

from okin_lib.doctrine import load as doctrine_files
from okin_lib.doctrine.case import Case
from okin_lib.doctrine.checks import doctrine_problems
from okin_lib.doctrine.stored import PACKAGE, decoded, digest, encoded
from okin_lib.record import load as record_files
from okin_lib.record.checks import passages, record_problems
from okin_lib.record.yamltext import DataError

__all__ = ["DataError", "check", "compile_case", "compiled_text"]


def compile_case(root: Path) -> Case:
    """Return the case in the folder ``root``, verified.

    Parameters
    ----------
    root
        The folder that holds ``record/`` and ``doctrine/``.

    Raises
    ------
    DataError
        With everything found wrong: file, line and remedy.
    """
    opinion, record, doctrine = record_files.all_of(
        [
            lambda: record_files.read_opinion(root),
            lambda: record_files.read_record(root),
            lambda: doctrine_files.read_doctrine(root),
        ]
    )
    problems = [
        *record_problems(record, opinion),
        *doctrine_problems(doctrine, record, opinion),
    ]
    if problems:
        raise DataError(problems)
    doctrine = doctrine_files.with_map_ids_resolved(doctrine, record_files.slugs(record))
    record = record_files.with_map_ids_resolved(record)
    _, record, doctrine = decoded(encoded(record, doctrine))  # text that forgets its place
    return Case(record, doctrine, opinion)


def compiled_text(root: Path = PACKAGE) -> str:
    """Return the case in the folder ``root``, verified, in the form in which it is stored."""
    case = compile_case(root)
    return encoded(case.record, case.doctrine, digest(root))


def check(root: Path | None = None) -> list[str]:
    """Verify all data, and return a line for each kind of thing, with how many there are.

    Parameters
    ----------
    root
        The folder that holds ``record/`` and ``doctrine/``; the installed one by default.

    Raises
    ------
    DataError
        With everything found wrong: file, line and remedy.
    """
    case = compile_case(root or PACKAGE)
    record, doctrine = case.record, case.doctrine
    counts: dict[str, Collection[object]] = {
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
    return [f"{kind}: {len(things)}" for kind, things in counts.items()]
