"""The front end as one script and one sheet: a widget's have no address to ask for others from.

Its parts are modules that import one another, as an editor and a browser understand them.
"""

import re
from graphlib import TopologicalSorter
from pathlib import Path

HERE = Path(__file__).parent
PACKAGE = HERE.parents[1]
VOILA = PACKAGE / "hosts" / "voila"  # whose sheets are of its pages
IMPORT = re.compile(r'^import \{[^}]+\} from "\./([a-z]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


def script() -> str:
    """Return the parts as one module, each after those that it imports from."""
    parts = {path.name: path.read_text("utf-8") for path in sorted(HERE.glob("*.js"))}
    imported = {name: IMPORT.findall(text) for name, text in parts.items()}
    ordered = TopologicalSorter(imported).static_order()
    return "\n".join(EXPORT.sub("", IMPORT.sub("", parts[name])) for name in ordered)


def sheets() -> list[Path]:
    """Return the sheets: tokens and base, on which the others rest, then each component's."""
    first = [HERE / "tokens.css", HERE / "base.css"]
    every = (path for path in PACKAGE.rglob("*.css") if not path.is_relative_to(VOILA))
    return [*first, *sorted({*every} - {*first})]


def sheet() -> str:
    """Return the sheets as one."""
    return "\n".join(path.read_text("utf-8") for path in sheets())
