"""What stands around a notebook: the others, in order, and the first page that lists them."""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import asdict

from okin_lib.hosts.front import join
from okin_lib.hosts.server.sample import sample
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.lesson_file import WholePlan
from okin_lib.lessons.library import plans
from okin_lib.lessons.sequence import sequence

TOKENS = join.HERE / "tokens.css"
DETAIL = join.HERE / "detail.js"
LASTING = re.compile(r"lessons-[0-9a-f]{16}\.(js|css)")
"""The name of what never changes under that name."""


def entries(folder: Path) -> list[dict[str, str]]:
    """Return each notebook of the sequence that is in the folder."""
    there = (each for each in sequence() if (folder / f"{each.id}.ipynb").is_file())
    return [{**asdict(each), "file": f"{each.id}.ipynb"} for each in there]


def first_page() -> Mapping[str, Any]:
    """Return what the first page shows, computed once."""
    case = load_case()
    wholes = [plan for plan in plans() if isinstance(plan, WholePlan)]
    return {
        "opinion": case.record.title,
        "claims": [claim.label for claim in case.doctrine.claims],
        "sample": sample(case, wholes[0].sample) if wholes else None,
    }


def parts(entry: str = "socket.js") -> Mapping[str, str]:
    """Return what a page asks for by name: the tokens, what a lesson is set in, how it is told.

    What the page of a lesson without a kernel needs stands under a name that changes with it.

    Parameters
    ----------
    entry
        The part of the front end that reaches what holds the lessons.
    """
    script, sheet = join.script(entry), join.sheet()
    return {
        "tokens.css": TOKENS.read_text("utf-8"),
        "lesson.css": sheet,
        "detail.js": DETAIL.read_text("utf-8"),
        _named(script, "js"): script,
        _named(sheet, "css"): sheet,
    }


def assets(parts: Mapping[str, str]) -> Mapping[str, str]:
    """Return the names of those that change with what they hold, by their kind."""
    return {name.rpartition(".")[2]: name for name in parts if LASTING.fullmatch(name)}


def _named(text: str, kind: str) -> str:
    return f"lessons-{sha256(text.encode()).hexdigest()[:16]}.{kind}"
