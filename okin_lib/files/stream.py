"""Text as any stream can carry it: nothing in it moves a cursor or dies of an encoding."""

import codecs
import os
import sys
from io import TextIOWrapper
from typing import TextIO
from unicodedata import category, normalize

READABLE = "okin.readable"
"""The error handler that writes what an encoding lacks in characters that it has."""

_IN_ASCII = {
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys("—―", "--"),
    **dict.fromkeys("•·", "*"),
    "§": "sec.",
    "¶": "para.",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "×": "x",
    "→": "->",
}


def visible(text: str) -> str:
    """Return the text with each character that would not show, but lines, as an escape."""
    return text if text.isprintable() else "".join(map(_shown, text))


def prepare() -> None:
    """Make the standard streams write what their encoding lacks readably."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=READABLE)


def carried(text: str, encoding: str) -> str:
    """Return the text as it shows in the encoding, which may lack some of it."""
    return visible(text).encode(encoding, READABLE).decode(encoding)


def abandon(stream: TextIO) -> None:
    """Let what is left for a stream that nobody reads any more go nowhere, without a word."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _shown(character: str) -> str:
    if character.isprintable() or character == "\n":
        return character
    if category(character) == "Zs" or character == "\t":
        return " "
    return repr(character)[1:-1]


def _readable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_in_ascii, error.object[error.start : error.end])), error.end


def _in_ascii(character: str) -> str:
    """Return the character in ASCII: as it is written there, without its accent, or escaped."""
    plain = normalize("NFKD", character).encode("ascii", "ignore").decode()
    return _IN_ASCII.get(character) or plain or ascii(character)[1:-1]


codecs.register_error(READABLE, _readable)
