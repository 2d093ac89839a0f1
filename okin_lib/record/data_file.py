"""How all data are loaded: text is read, takes its form, and is held to names and opinion.

What goes wrong on the way is one `DataError`, each problem with its file, line and remedy.
"""

from collections.abc import Callable, Iterable
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

from cattrs import Converter

from okin_lib.record.checks import misquoted
from okin_lib.record.opinion import Opinion
from okin_lib.record.placed import Block, DataError, Problem, refuse
from okin_lib.record.structure import MOST, new_converter, structure
from okin_lib.record.yamltext import read_yaml

T = TypeVar("T")


def files_in(root: Path, folder: str) -> list[str]:
    """Return the YAML files of a folder of ``root``, in order of name."""
    return sorted(path.relative_to(root).as_posix() for path in (root / folder).glob("*.yaml"))


def read_file(root: Path, file: str, cls: type[T], converter: Converter) -> T:
    """Return what ``file`` in the folder ``root`` holds, as a ``cls``, or raise `DataError`."""
    return structure(converter, read_yaml(root, file), cls)


def read_if_there(root: Path, file: str, cls: type[T], converter: Converter) -> T:
    """Return what ``file`` holds, as `read_file` does, or an empty ``cls`` where there is none."""
    return read_file(root, file, cls, converter) if (root / file).exists() else cls()


def verified(
    data: Block,
    cls: type[T],
    opinion: Opinion,
    wrong: Callable[[T], Iterable[Problem]],
    converter: Converter | None = None,
) -> T:
    """Return ``data``, read from a file, as a ``cls``.

    Parameters
    ----------
    wrong
        Yields what is wrong with it beyond its form and its quotations.

    Raises
    ------
    DataError
        With every value that does not fit, every quotation that does not stand on its page,
        and all that ``wrong`` yields, each with its line; or the first `MOST` of them.
    """
    found = structure(converter or new_converter(), data, cls)
    refuse(islice(chain(wrong(found), misquoted(found, opinion)), MOST))
    return found


def all_of(readings: Iterable[Callable[[], Any]]) -> list[Any]:
    """Return what each of ``readings`` returns, or raise one `DataError` for all that fail."""
    results = []
    problems: list[Problem] = []
    for reading in readings:
        try:
            results.append(reading())
        except DataError as error:
            problems.extend(error.problems)
    refuse(problems)
    return results
