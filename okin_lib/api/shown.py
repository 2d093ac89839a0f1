"""A value that shows itself: as text in a terminal, as HTML in a notebook, as JSON."""

import json
from typing import Protocol

from markupsafe import Markup

from okin_lib.page.template import render

Cell = str | int | float | bool | None
Record = dict[str, Cell]
"""A row of a table, by the name of its columns."""


class Shown:
    """A value that shows itself as plain text says it, where it has no better way."""

    def __str__(self) -> str:
        raise NotImplementedError

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return render("api/text", text=str(self))


class Recorded(Protocol):
    """What can be a row of a table."""

    def to_record(self) -> Record:
        """Return it as a row."""


def as_json(data: object) -> str:
    """Return plain data as JSON, in ASCII, in which nothing is hidden."""
    return json.dumps(data, indent=2)


def same(remedy: str, told: object, found: object) -> None:
    """Raise `ValueError`, with the remedy, if what a text tells is not what the model finds."""
    if told != found:
        raise ValueError(
            "what it tells is not what this model finds: it was edited, or made with another "
            f"version; {remedy}"
        )


def part(template: str, **context: object) -> Markup:
    """Return a part of this package's own HTML."""
    return render(f"api/{template}", **context)
