"""The table of authorities of a memo: what the opinion cites on the pages that the memo quotes."""

from collections.abc import Iterable

from okin_lib.course.memo.brief import Assigned
from okin_lib.course.memo.document import Rows, Said, Section, every_said
from okin_lib.instruments.authorities.view import Row, grouped
from okin_lib.record.part import pages_of

HEADS = ("Authority", "Cited for", "Pages")


def cited(assigned: Assigned, sections: Iterable[Section]) -> Section:
    """Return the table of authorities of these sections: by kind, with what each is cited for."""
    pins = {pin for each in every_said(sections) for pin in each.pages}
    pages = {page for pin in pins for page in pages_of(pin)}
    about = (
        f"This memo quotes {assigned.case.record.title}. The tables have what that opinion cites "
        "on the pages quoted here, each with what it is cited for there."
    )
    tables = [
        Rows(title, HEADS, tuple(map(_row, found)))
        for title, rows in grouped(assigned.case)
        if (found := _by_name(row for row in rows if not pages.isdisjoint(pages_of(row.use.page))))
    ]
    return Section("Table of authorities", (Said(about), *tables))


def _by_name(rows: Iterable[Row]) -> list[list[Row]]:
    """Return the uses of each authority together."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.name, []).append(row)
    return list(found.values())


def _row(uses: list[Row]) -> tuple[Said, ...]:
    first = uses[0]
    cited_for = (f"{use.use.text.rstrip('.')} ({use.used_as}; {use.by})" for use in uses)
    return (
        Said(f"{first.name}, {first.citation}" if first.citation else first.name),
        Said("; ".join(dict.fromkeys(cited_for))),
        Said(", ".join(dict.fromkeys(use.use.page for use in uses))),
    )
