"""Loading what is studied beside the elements: one file, verified against the case."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from okin_lib.doctrine.case import Case
from okin_lib.record.checks import misquoted
from okin_lib.record.load import read_file
from okin_lib.record.structure import new_converter
from okin_lib.record.yamltext import DataError, Problem

T = TypeVar("T")


def load_study(
    root: Path, file: str, cls: type[T], case: Case, wrong: Callable[[T, Case], Iterable[Problem]]
) -> T:
    """Return what ``file`` in the folder ``root`` holds, as a ``cls``.

    Parameters
    ----------
    wrong
        Yields what is wrong with it beyond its form and its quotations.

    Raises
    ------
    DataError
        With every value that does not fit, every quotation that does not stand on its page,
        and all that ``wrong`` yields, each with its line.
    """
    found = read_file(root, file, cls, new_converter())
    if problems := [*misquoted(found, case.opinion), *wrong(found, case)]:
        raise DataError(problems)
    return found
