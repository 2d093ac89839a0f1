"""The front end as one script and one sheet: a widget's have no address to ask for others from.

Its parts are modules that import one another, as an editor and a browser understand them.
"""

import re
from graphlib import TopologicalSorter
from pathlib import Path

HERE = Path(__file__).parent
IMPORT = re.compile(r'^import \{[^}]+\} from "\./([a-z]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


def script() -> str:
    """Return the parts as one module, each after those that it imports from."""
    parts = {path.name: path.read_text("utf-8") for path in sorted(HERE.glob("*.js"))}
    imported = {name: IMPORT.findall(text) for name, text in parts.items()}
    ordered = TopologicalSorter(imported).static_order()
    return "\n".join(EXPORT.sub("", IMPORT.sub("", parts[name])) for name in ordered)


def sheet() -> str:
    """Return the sheets as one."""
    return (HERE / "base.css").read_text("utf-8")
