"""What was switched and changed nothing, and why."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.page.supposition import marked_label
from okin_lib.page.words import listed
from okin_lib.reasoning.difference import Difference, Idle
from okin_lib.record.types import Fact, FactId, Hypothetical, Support

BRIEFLY = 3
"""Factors that are named where room is scarce."""


@frozen
class Still:
    """A switched fact that changed nothing, and why in words.

    Attributes
    ----------
    kept_by
        Per factor that draws on it, the label, and the labels of facts that still give it.
    """

    fact: Fact | Hypothetical
    drawn_on_by: tuple[str, ...]
    kept_by: tuple[tuple[str, tuple[str, ...]], ...]
    remark: Support | None

    @property
    def label(self) -> str:
        """The label; before that of one that is invented, that it is."""
        return marked_label(self.fact)

    @property
    def said(self) -> str:
        """Why, in sentences."""
        if not self.drawn_on_by:
            return "No element turns on it in this model."
        if not self.kept_by:
            return f"It bears on {listed(self.drawn_on_by)}, which alone changes no finding."
        return _kept(self.kept_by, len(self.kept_by))

    @property
    def briefly(self) -> str:
        """Why, with the first of the factors that draw on it, and how many more do."""
        return _kept(self.kept_by, BRIEFLY) if self.kept_by else self.said


def stills(case: Case, found: Difference) -> list[Still]:
    """Return each switched fact that changed nothing, and why."""
    return [_still(case, idle) for idle in found.idle]


def _kept(by: tuple[tuple[str, tuple[str, ...]], ...], named: int) -> str:
    """How many facts still give rise to each factor, and of the first one of them.

    Parameters
    ----------
    named
        How many of the factors to name.
    """
    (factor, labels), *others = by[:named]
    more = len(by) - named
    facts = "other fact" if len(labels) == 1 else "other facts"
    first = f"“{factor}” still rests on {len(labels)} {facts}, such as: {labels[0]}"
    besides = [f"{more} more in the same way"] if more > 0 else []
    return "; ".join((first, *(f"“{each}” on {len(its)}" for each, its in others), *besides)) + "."


def _still(case: Case, idle: Idle) -> Still:

    def labels(keys: Iterable[FactId]) -> Iterator[str]:
        return (marked_label(case.atoms[key]) for key in keys)

    return Still(
        fact=case.atoms[idle.fact],
        drawn_on_by=tuple(case.factors[key].label for key in idle.drawn_on_by),
        kept_by=tuple((case.factors[key].label, tuple(labels(by))) for key, by in idle.kept_by),
        remark=idle.remark,
    )
