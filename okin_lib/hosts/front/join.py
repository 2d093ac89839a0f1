"""The front end as one script and one sheet: a widget's have no address to ask for others from.

There is a script for each back end: from the module that reaches it, with all that this imports.
Its parts are modules that import one another, as an editor and a browser understand them.
"""

import re
from graphlib import TopologicalSorter
from pathlib import Path

HERE = Path(__file__).parent
PACKAGE = HERE.parents[1]
VOILA = PACKAGE / "hosts" / "voila"  # whose sheets are of its pages
FRAME = VOILA / "templates" / "okin"
IMPORT = re.compile(r'^import \{[^}]+\} from "\./([a-z]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


def script(entry: str) -> str:
    """Return a part and those that it needs as one module, each after those it imports from."""
    parts: dict[str, str] = {}
    imported: dict[str, list[str]] = {}
    asked = [entry]
    while asked:
        name = asked.pop()
        if name not in parts:
            parts[name] = (HERE / name).read_text("utf-8")
            imported[name] = IMPORT.findall(parts[name])
            asked += imported[name]
    ordered = TopologicalSorter(dict(sorted(imported.items()))).static_order()
    return "\n".join(EXPORT.sub("", IMPORT.sub("", parts[name])) for name in ordered)


def sheets() -> list[Path]:
    """Return the sheets: tokens and base, on which the others rest, then each component's."""
    first = [HERE / "tokens.css", HERE / "base.css"]
    every = (path for path in PACKAGE.rglob("*.css") if not path.is_relative_to(VOILA))
    return [*first, *sorted({*every} - {*first})]


def sheet() -> str:
    """Return the sheets as one."""
    return "\n".join(path.read_text("utf-8") for path in sheets())
