"""What is wrong with the form of a YAML file, in the words of someone who writes briefs."""

import re

import yaml

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_NO_SPACE = re.compile(r"\s*(?:- +)*([A-Za-z_][\w-]*):(?=[^\s:/])")
_FIELD = re.compile(r"\s*(?:- +)*[\w-]+:\s+(.*)")
_BEGINS = "a text cannot begin with {} unless it is in quotation marks: put it in them"
_WRITTEN = {
    "mapping values are not allowed": (
        "the line stands further in than the one before, which has its value already: begin it "
        "in the same column"
    ),
    "could not find expected ':'": "the line is no field: write it as in 'name: value'",
    "found unexpected end of stream": "a quotation mark is opened here and never closed: close it",
    "found unexpected document": "a quotation mark is opened here and never closed: close it",
    "sequence entries are not allowed": (
        "a hyphen begins an entry of a list and stands on a line of its own: put the entry on "
        "the next line, or a text that begins with a hyphen in quotation marks"
    ),
    "but found '-'": (
        "this hyphen begins a list where fields stand: take it away, or begin the line in the "
        "column of the list's other entries"
    ),
    "but found '<scalar>'": (
        "there is more text after a closing quotation mark or bracket: put the whole text in "
        'double quotation marks, and write one inside it as \\"'
    ),
    "expected <block end>": (
        "the line begins in a column of its own: begin it where its neighbours begin"
    ),
    "expected ',' or ']'": "the bracket [ is opened here and not closed: close it with ]",
    "expected ',' or '}'": "the brace { is opened here and not closed: close it with }",
    "expected the node content": "a value is missing here: write it",
    "character '\\t'": "there is a tab here. YAML wants spaces: replace it by a space",
    "cannot start any token": _BEGINS.format("this character"),
    "escape": (
        "a backslash has a meaning of its own within double quotation marks: write it twice"
    ),
    "expected alphabetic or numeric character": _BEGINS.format("* or &"),
    "tag handle": _BEGINS.format("!"),
    "indentation indicator": _BEGINS.format("> or |"),
    "incompatible YAML document": _BEGINS.format("%"),
    "found another document": "a line of --- begins a second file within this one: remove it",
    "special characters are not allowed": (
        "there is a character here that no text has: delete it, and save the file as plain text"
    ),
}
"""By what the parser says: what is the matter, and the remedy."""

_AT_ITS_OPENING = ("found unexpected", "expected ','")
"""Problems that the parser notices long after the line that is to be mended."""


def explained(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """Return the line, from 0, on which ``text`` is to be mended, and how.

    Parameters
    ----------
    error
        What the parser raised for it.
    """
    lines = _BREAK.split(text)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    noticed, began = _noticed(error, text), _began(error)
    for at in dict.fromkeys((noticed, began, noticed - 1)):
        if 0 <= at < len(lines) and (found := _slip(lines[at])):
            return at, found
    if said.startswith("mapping values") and (told := _colon(lines[min(noticed, len(lines) - 1)])):
        return noticed, told
    at = began if said.startswith((*_AT_ITS_OPENING, "could not find")) else noticed
    other = f"the line cannot be read ({said}): put the text in it in quotation marks"
    return at, next((told for key, told in _WRITTEN.items() if key in said), other)


def _noticed(error: yaml.YAMLError, text: str) -> int:
    if mark := getattr(error, "problem_mark", None):
        return int(mark.line)
    return text.count("\n", 0, getattr(error, "position", 0))


def _began(error: yaml.YAMLError) -> int:
    mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
    return int(mark.line) if mark else 0


def _slip(line: str) -> str:
    """Return what is wrong with a line whatever stands around it, if anything is."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "the line begins with a tab. YAML wants spaces: replace it by two spaces"
    if found := _NO_SPACE.match(line):
        return f"a space is missing after '{found[1]}:': put one there"
    return ""


def _colon(line: str) -> str:
    """Return what is wrong with a line whose text has a colon, if it has one."""
    field = _FIELD.match(line)
    if field is None or ":" not in field[1]:
        return ""
    mark = "'" if '"' in field[1] else '"'
    return (
        "the text has a colon with a space after it, which YAML takes for a field: put the "
        f"text in quotation marks, as in {mark}{field[1].strip():.80}{mark}"
    )
