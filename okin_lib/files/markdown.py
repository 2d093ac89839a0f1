"""A text in a Markdown file: escaped, so that nothing in it is a mark."""

import re

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!$]|^[-+=](?=\s|$|[-+=])|:(?=//)|(?<=www)\.)")
_NUMBERED = re.compile(r"^(\d+)([.)])")


def escaped(text: str) -> str:
    """Return a text of which Markdown makes nothing."""
    return _NUMBERED.sub(r"\1\\\2", _MARKS.sub(r"\\\1", text))
