"""What stands around a notebook: the others, in order, and the first page that lists them."""

from collections.abc import Mapping
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


def parts() -> Mapping[str, str]:
    """Return what a page asks for by name: the tokens, what a lesson is set in, how it is told."""
    return {
        "tokens.css": TOKENS.read_text("utf-8"),
        "lesson.css": join.sheet(),
        "detail.js": DETAIL.read_text("utf-8"),
    }
