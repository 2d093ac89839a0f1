"""The file of a study: what an instrument holds beside the elements, verified against a case."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.record.placed import Problem

T = TypeVar("T")


@frozen(eq=False)
class Study(Generic[T]):
    """A kind of study, and the file that holds it."""

    kind: type[T]
    file: str
    """Its path in the package."""
    wrong: Callable[[T, Case], Iterable[Problem]]
    """Yields what is wrong with it beyond its form and its quotations."""
    counts: Mapping[str, Callable[[T], int]]
    """What it holds, by what that is called, and how many of them."""

    def load(self, root: Path, case: Case) -> T:
        """Return the study in the folder ``root``.

        Raises
        ------
        DataError
            With every value that does not fit, every quotation that does not stand on its page,
            and all else that is wrong, each with its line.
        """
        # What reads YAML is slow to import, and a study that is stored needs none of it.
        from okin_lib.record.data_file import verified
        from okin_lib.record.yamltext import read_yaml

        data = read_yaml(root, self.file)
        return verified(data, self.kind, case.opinion, lambda found: self.wrong(found, case))

    def counted(self, case: Case) -> list[str]:
        """Return a line for each kind of thing that the case's study holds."""
        found = case.study(self.kind)
        return [f"{what}: {count(found)}" for what, count in self.counts.items()]
