"""A grid of text in a terminal: a table where every word fits, or a block for each row."""

from collections.abc import Iterator, Sequence
from shutil import get_terminal_size
from typing import ClassVar

from attrs import frozen
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from okin_lib.files.stream import carried

NARROWEST = 20
_RULES = 3  # what a column takes beside its text: a rule and two blanks


@frozen
class Grid:
    """Rows of text under headers; the first cell of a row is what the row is about."""

    kind: ClassVar = "grid"
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    """What it is called, where the headers do not say it."""
    ruled: bool = False
    """Whether a line stands between the rows."""
    merged: bool = False
    """Whether, in the block of a row, headers over the same text share a line, after it."""


@frozen
class Remark:
    """Text that stands by itself."""

    kind: ClassVar = "remark"
    text: str
    indent: int = 0


class Terminal(Console):
    """Where it is printed; that nobody reads on is for the command to hear of."""

    def on_broken_pipe(self) -> None:
        """Let the error that is being handled go on."""
        raise


def terminal() -> Terminal:
    """Return the terminal that standard output is, as wide as it or ``COLUMNS`` says."""
    columns, lines = get_terminal_size()
    return Terminal(width=max(columns, NARROWEST), height=lines)


def say(out: Console, text: str, style: str = "", indent: int = 0) -> None:
    """Print text as it is written: no brackets are read as markup, no controls are sent."""
    for line in _literal(_line(out, text), style).wrap(out, max(out.width, NARROWEST) - indent):
        line.rstrip()
        out.print(Text(" " * indent) + line, soft_wrap=True)


def print_grid(out: Console, grid: Grid) -> None:
    """Print the grid as a table or, where one would cut words in two, as blocks."""
    columns = [
        [_line(out, cell) for cell in cells]
        for cells in zip(grid.headers, *grid.rows, strict=True)
    ]
    room = max(out.width, NARROWEST) - _RULES * len(columns) - 1
    widths = fitted(
        [max(map(_longest_word, cells)) for cells in columns],
        [max(map(cell_len, cells)) for cells in columns],
        room,
    )
    if not widths:
        _print_blocks(out, grid)
        return
    title = _literal(_line(out, grid.title)) if grid.title else None
    table = Table(title=title, show_lines=grid.ruled)
    for (header, *_), width in zip(columns, widths, strict=True):
        table.add_column(_literal(header), width=width)
    for row in zip(*(cells for _, *cells in columns), strict=True):
        table.add_row(*map(_literal, row))
    out.print(table)


def fitted(least: Sequence[int], most: Sequence[int], room: int) -> tuple[int, ...]:
    """Return a width for each column, the widest cut down first; none if there is no room."""
    for cap in range(min(room, max(most)), 0, -1):
        widths = tuple(max(low, min(high, cap)) for low, high in zip(least, most, strict=True))
        if sum(widths) <= room:
            return widths
    return ()


def _print_blocks(out: Console, grid: Grid) -> None:
    about, *headers = grid.headers
    say(out, f"{grid.title}: {about}" if grid.title else about, "bold")
    for head, *cells in grid.rows:
        say(out, head, indent=2)
        for line in _block(headers, cells, grid.merged):
            say(out, line, indent=4)
    out.print()


def _block(headers: Sequence[str], cells: Sequence[str], merged: bool) -> Iterator[str]:
    """Yield what the cells of a row say, each under its header."""
    held = [(header, cell) for header, cell in zip(headers, cells, strict=True) if cell]
    if not merged:
        yield from (f"{header}: {cell}" for header, cell in held)
        return
    alike: dict[str, list[str]] = {}
    for header, cell in held:
        alike.setdefault(cell, []).append(header)
    yield from (f"{cell}: {', '.join(over)}" for cell, over in alike.items())


def _line(out: Console, text: str) -> str:
    """Return the text on one line, as the terminal can show it."""
    return carried(text, out.encoding).replace("\n", " ")


def _literal(line: str, style: str = "") -> Text:
    return Text(line, style, overflow="fold")


def _longest_word(cell: str) -> int:
    return max(map(cell_len, cell.split()), default=1)
