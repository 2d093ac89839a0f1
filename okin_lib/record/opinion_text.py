"""An opinion as it is printed, read into its parts: star markers out, pages and notes found."""

import re
from collections.abc import Iterator

from okin_lib.record.part import Part

_HEADER = re.compile(r"(?P<reporter>\S+ \S+) (?P<page>\d+) \|")
_STAR = re.compile(r"\*(\d+)(?![\d-])\s?")
_NOTE = re.compile(r"\[(\d+|\*)\] ")
_NOTES_HEADING = "NOTES"
_TITLE, _PAGE = "# ", "## "


def parts_of(text: str) -> tuple[Part, ...]:
    """Return the body and the notes of an opinion.

    Parameters
    ----------
    text
        A header line ("1 F.3d 2 | ..."), whose page is the first; paragraphs, one
        a line, with star markers and note calls; a line ``NOTES``; the notes.

    Raises
    ------
    ValueError
        If the text has no such header, or a note is not called in the body.

    Notes
    -----
    What no reporter has printed may begin with "# " and what it is called. Its pages then begin
    with "## " and theirs: rules have no numbers of pages to be cited by.
    """
    if text.startswith(_TITLE):
        return (_headed(text.splitlines()[1:]),)
    first_page = _header(text)["page"]
    lines = text.splitlines()[1:]
    split = lines.index(_NOTES_HEADING) if _NOTES_HEADING in lines else len(lines)
    body = _body(first_page, lines[:split])
    return (body, *_notes(lines[split + 1 :], body))


def reporter_of(text: str) -> str:
    """Return the volume that an opinion is in, or what it is called; see `parts_of`."""
    if text.startswith(_TITLE):
        return text.splitlines()[0].removeprefix(_TITLE)
    return _header(text)["reporter"]


def _headed(lines: list[str]) -> Part:
    """Read a text whose pages have headings for names."""
    text, pins, starts, paragraphs = "", list[str](), list[int](), list[int]()
    for line in lines:
        if line.startswith(_PAGE):
            pins.append(line.removeprefix(_PAGE))
            starts.append(len(text))
        elif not pins:
            raise ValueError(f"the first page must have a heading such as '{_PAGE}Rule 1'")
        else:
            paragraphs.append(len(text))
            text += line.rstrip() + " "
    if not pins:
        raise ValueError(
            f"the text has no page: begin each with a heading such as '{_PAGE}Rule 1'"
        )
    return Part(text, tuple(pins), tuple(starts), tuple(paragraphs))


def _header(text: str) -> re.Match[str]:
    header = next(iter(text.splitlines()), "")
    found = _HEADER.match(header)
    if found is None:
        raise ValueError(f"the first line must be a citation such as '1 F.3d 2 |': {header!r}")
    return found


def _body(first_page: str, lines: list[str]) -> Part:
    """Read the body: take out the star markers, and note where pages and paragraphs begin.

    Citations have star pages of other reporters ("at *44"). A marker of this one has as many
    digits as the first page, and pages go up.
    """
    text, pins, starts, paragraphs = "", [first_page], [0], []
    for line in lines:
        paragraphs.append(len(text))
        done = 0
        for star in _STAR.finditer(line):
            if len(star[1]) == len(first_page) and int(star[1]) > int(pins[-1]):
                text += line[done : star.start()]
                done = star.end()
                pins.append(star[1])
                starts.append(len(text))
        text += line[done:].rstrip() + " "
    return Part(text, tuple(pins), tuple(starts), tuple(paragraphs))


def _notes(lines: list[str], body: Part) -> Iterator[Part]:
    """Read the notes; a line without a number goes on with the note before it."""
    notes: list[tuple[str, list[str]]] = []
    for line in lines:
        if opening := _NOTE.match(line):
            notes.append((opening[1], [line[opening.end() :]]))
        elif notes:
            notes[-1][1].append(line)
    for number, paragraphs in notes:
        call = body.text.find(f"[{number}]")
        if call < 0:
            raise ValueError(f"note {number} is not called in the body")
        starts = [0]
        for paragraph in paragraphs[:-1]:
            starts.append(starts[-1] + len(paragraph) + 1)
        pin = f"{body.pin(call, call + 1)} n.{number}"
        yield Part(" ".join(paragraphs), (pin,), (0,), tuple(starts))
