"""The receipts of a class: those that stand, and what is wrong with each of the others."""

from collections.abc import Callable, Collection, Iterable

from attrs import frozen

from okin_lib.lessons.receipts.reading import BadReceipt, read
from okin_lib.lessons.receipts.receipt import Receipt

File = tuple[str, Callable[[], bytes]]
"""Its name, and what reads it, or raises `BadReceipt` if it cannot be read."""
Refused = tuple[str, str]
"""The name of a file, and why it does not stand."""


@frozen
class Handed:
    """A receipt, and the name of the file that was handed in."""

    file: str
    receipt: Receipt

    @property
    def whose(self) -> tuple[str, str]:
        """The lesson and the learner, or the file of one who typed no name."""
        learner = self.receipt.learner.casefold()
        return self.receipt.lesson, learner or f"file {self.file}"


@frozen
class Collected:
    """What was handed in."""

    stand: tuple[Handed, ...]
    """One a lesson and learner, in that order."""
    refused: tuple[Refused, ...]


def collected(files: Iterable[File], lessons: Collection[str], law: int) -> Collected:
    """Return what stands of what was handed in, and what is wrong with the rest.

    Parameters
    ----------
    lessons
        The ids of those that there are.
    law
        The version of the law, the last that is known here.
    """
    handed, refused = list[Handed](), list[Refused]()
    for name, data_of in files:
        try:
            handed.append(Handed(name, read(data_of(), lessons, law)))
        except BadReceipt as problem:
            refused.append((name, str(problem)))
    stand, repeated = _once(handed)
    return Collected(tuple(sorted(stand, key=lambda each: each.whose)), (*refused, *repeated))


def _once(handed: Iterable[Handed]) -> tuple[list[Handed], list[Refused]]:
    """Return the last receipt of each learner in a lesson, and why each other does not stand."""
    first, last, refused = dict[Receipt, str](), dict[tuple[str, str], Handed](), list[Refused]()
    for each in sorted(handed, key=lambda each: each.receipt.made):
        if each.receipt in first:
            why = f"it repeats {first[each.receipt]}: one of the two is enough"
            refused.append((each.file, why))
            continue
        first[each.receipt] = each.file
        if each.whose in last:
            why = f"its learner made a later one, {each.file}, which stands in its place"
            refused.append((last[each.whose].file, why))
        last[each.whose] = each
    return [*last.values()], refused
