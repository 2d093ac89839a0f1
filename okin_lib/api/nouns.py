"""What a case is made of, each with an id: parties, facts, claims, elements, readings, precedents.

They are flat values, of words and numbers alone, whatever the model makes of them inside.
"""

from collections.abc import Iterator

import attrs
from attrs import frozen

from okin_lib.api.shown import Record, Shown, as_json, part

JOINT = "; "


@frozen(repr=False)
class Noun(Shown):
    """What has an id and a label."""

    id: str
    label: str

    def to_record(self) -> Record:
        """Return it as a row."""
        return dict(self._cells())

    def to_json(self) -> str:
        """Return it as JSON."""
        return as_json(self.to_record())

    def __str__(self) -> str:
        told = [f"  {name}: {cell}" for name, cell in self._told()]
        return "\n".join([f"{self.label} ({self.id})", *told])

    def _repr_html_(self) -> str:
        return part("noun", noun=self, told=list(self._told()))

    def _cells(self) -> Iterator[tuple[str, str | int | bool | None]]:
        for field in attrs.fields(type(self)):
            value = getattr(self, field.name)
            yield field.name, JOINT.join(value) if isinstance(value, tuple) else value

    def _told(self) -> Iterator[tuple[str, str]]:
        for name, cell in self._cells():
            if name not in ("id", "label") and cell not in ("", None):
                yield name.replace("_", " "), str(cell)


@frozen(repr=False)
class Party(Noun):
    """A party, or somebody else in the case."""

    role: str
    employer: str
    description: str
    page: str
    quote: str


@frozen(repr=False)
class Fact(Noun):
    """A fact of the record, or one that is supposed."""

    statement: str
    """It in one sentence, attributed to whoever tells it."""
    date: str
    occasion: str
    told_by: str
    account: str
    """Whose account it is: undisputed, one side's, disputed, argument, or the court's."""
    concerns: tuple[str, ...]
    """Ids of the parties that it concerns; empty for a circumstance common to all."""
    used: tuple[str, ...]
    """The pages of the opinion's discussion that rely on it."""
    page: str
    quote: str
    """The passage, verbatim; both empty for a fact that is not in the record."""
    in_record: bool


@frozen(repr=False)
class Element(Noun):
    """An element: a question that a claim turns on."""

    claim: str
    kind: str
    """Of fact, or of law."""
    question: str
    asked_of: tuple[str, ...]
    """Ids of the parties of whom it is asked."""
    page: str
    quote: str


@frozen(repr=False)
class Reading(Noun):
    """A reading: a question on which judges differ, and the answers that can be chosen."""

    question: str
    values: tuple[str, ...]
    """Ids of its values; the first is the court's own."""


@frozen(repr=False)
class Precedent(Noun):
    """A precedent."""

    cite: str
    court: str
    year: int
    binding: bool
    violation: str
    immunity: str
    history: str


@frozen(repr=False)
class Titled(Noun):
    """A claim, or a court whose readings can be taken whole."""
