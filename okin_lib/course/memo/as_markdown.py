"""A memo as Markdown: every text escaped, so that nothing in it is a mark."""

from collections.abc import Iterator

from okin_lib.course.memo.document import Blank, Block, Memo, Points, Rows, Said, Section
from okin_lib.files.markdown import escaped


def as_markdown(memo: Memo) -> str:
    """Return the memo as Markdown."""
    lines = [
        f"# {escaped(memo.title)}",
        escaped(memo.about),
        "\n".join(f"- {_said(said)}" for said in memo.lines),
        *(line for section in memo.sections for line in _section(section, 2)),
        "---",
        f"_{escaped(memo.notice)}_",
    ]
    return "\n\n".join(lines) + "\n"


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {escaped(section.heading)}"
    for block in section.blocks:
        yield _block(block)
    for part in section.sections:
        yield from _section(part, level + 1)


def _block(block: Block) -> str:
    match block:
        case Said():
            return _said(block)
        case Points():
            return "\n".join(f"- {_said(each)}" for each in block.points)
        case Rows():
            return _table(block)
        case Blank():
            return f"> {escaped(block.prompt)}\n\n_{escaped(block.invitation)}_"


def _table(table: Rows) -> str:
    rows = [map(escaped, table.heads), ["---"] * len(table.heads)]
    rows += [map(_said, row) for row in table.rows]
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"**{escaped(table.caption)}**\n\n{lines}"


def _said(said: Said) -> str:
    """Return a text after its mark and before its passage."""
    mark = f"**{escaped(said.mark)}:** " if said.mark else ""
    return mark + escaped(said.passage)
