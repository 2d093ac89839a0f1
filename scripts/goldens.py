"""What the program says, as digests: made before a change that should change nothing, and after.

    python scripts/goldens.py make before.json     (add --texts to keep what the digests are of)
    python scripts/goldens.py compare before.json after.json

It walks through every lesson as a learner would, by the controls that the pages hold, so that
it needs to know no class and no id; it draws each figure, prints each notebook's plain text,
and analyzes random scenarios. All draws come from fixed seeds.
"""

import argparse
import io
import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import Any

from click.testing import CliRunner

from okin_lib.cli import main as okin
from okin_lib.files.as_json import as_data
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.library import lesson_ids, open_ids, start
from okin_lib.page.regions import BadEvent
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import scenario

ROOT = Path(__file__).parents[1]
WALKS = 300
STEPS = 8
SCENARIOS = 2000
WORDS = ("football", "arrest", "430", "Sears", "", "<b>&")
YEARS = range(1985, 2013)

Event = dict[str, Any]


class Controls(HTMLParser):
    """The events that a page's controls can give rise to, by what they do."""

    def __init__(self, random: Random) -> None:
        super().__init__()
        self.random = random
        self.events: dict[str, list[Event]] = {}
        self.form: dict[str, Any] | None = None
        self.select: dict[str, Any] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a control, or of a part of one."""
        given = {key: value or "" for key, value in attrs}
        if tag == "form" and "data-act" in given:
            self.form = {"of": given, "fields": {}}
        elif self.form is not None:
            self._field(tag, given)
        elif tag == "select" and "data-act" in given:
            self.select = given
        elif tag == "option" and self.select is not None:
            self._add(self.select, given.get("value", ""))
        elif "data-act" in given:
            self._add(given, self._value(tag, given))

    def handle_endtag(self, tag: str) -> None:
        """Close a form or a choice."""
        if tag == "select":
            self.select = None
        elif tag == "form" and self.form is not None:
            fields = {key: self.random.choice(v) for key, v in self.form["fields"].items()}
            self._add(self.form["of"], fields)
            self.form = None

    def _field(self, tag: str, given: dict[str, str]) -> None:
        fields = self.form["fields"] if self.form else {}
        if tag == "select":
            self.form = {**(self.form or {}), "choice": given.get("name", "")}
        elif tag == "option" and self.form:
            fields.setdefault(self.form["choice"], []).append(given.get("value", ""))
        elif tag in ("input", "textarea") and given.get("name"):
            radio = given.get("type") == "radio"
            fields.setdefault(given["name"], []).append(given["value"] if radio else "Because")

    def _value(self, tag: str, given: dict[str, str]) -> Any:
        if tag == "details":
            return True
        if given.get("type") == "checkbox":
            return "checked" not in given
        if given.get("type") == "search":
            return self.random.choice(WORDS)
        if "data-link" in given:
            return f"http://okin.example/{given['data-link']}"
        return given.get("value", "")

    def _add(self, given: dict[str, str], value: Any) -> None:
        event = {given["data-act"]: given["data-id"], "value": value}
        self.events.setdefault(given["data-act"], []).append(event)


def events(regions: dict[str, str], random: Random) -> dict[str, list[Event]]:
    """Return what a learner can do on a page, by kind of act."""
    found = Controls(random)
    found.feed("".join(regions.values()))
    return found.events


def walk(lesson_id: str, seed: int) -> Iterator[tuple[str, Any]]:
    """Yield what a random walk through a lesson shows."""
    random = Random(seed)
    lesson = start(lesson_id)
    shown = dict(lesson.regions())
    yield "start", shown
    for step in range(STEPS):
        can = {act: each for act, each in events(shown, random).items() if act != "draw"}
        first = "commit" if step == 0 and "commit" in can else random.choice(sorted(can))
        event = can[first][0] if step == 0 else random.choice(can[first])
        try:
            lesson = lesson.after(event)
        except BadEvent as refused:
            yield f"{step} {json.dumps(event)}", str(refused)
            continue
        after = dict(lesson.regions())
        yield (
            f"{step} {json.dumps(event)}",
            {k: v for k, v in after.items() if shown.get(k) != v},
        )
        shown = after


def figures(lesson_id: str) -> Iterator[tuple[str, Any]]:
    """Yield each figure of a lesson, and on the whole board of each further look."""
    random = Random(0)
    lesson = start(lesson_id)
    if commits := events(dict(lesson.regions()), random).get("commit"):
        lesson = lesson.after(commits[0])
    looks = [None, *events(dict(lesson.regions()), random).get("show", [])]
    drawn = set()
    for look in looks:
        here = lesson.after(look) if look else lesson
        for event in events(dict(here.regions()), random).get("draw", []):
            if json.dumps(event) not in drawn:
                drawn.add(json.dumps(event))
                yield json.dumps(event), dict(here.after(event).regions())[event["draw"]]


def supposed(case: Any, random: Random) -> Any:
    """Return a random scenario."""
    facts = [fact.id for fact in case.record.facts]
    hypotheticals = [each.id for each in case.record.hypotheticals]
    values = [(r.id, v.id) for r in case.doctrine.readings for v in r.values[1:]]
    return scenario(
        case,
        random.sample(facts, random.choice([0, 1, 2, 5, 20, 60])),
        random.sample(hypotheticals, random.choice([0, 0, 1, 2])),
        dict(random.sample(values, random.choice([0, 0, 1, 2]))),
        random.choice([None, None, random.choice(YEARS)]),
    )


def plain_texts() -> Iterator[tuple[str, Any]]:
    """Yield what each notebook prints in plain text."""
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "code" and "NBVAL_CHECK_OUTPUT" in source:
                with redirect_stdout(io.StringIO()) as out:
                    exec(source, {})
                yield path.name, out.getvalue()


def commands() -> Iterator[tuple[str, Any]]:
    """Yield what the terminal shows."""
    files = sorted((ROOT / "okin_lib" / "cases").rglob("*.yaml"))
    for arguments in [
        ["check"],
        ["analyze"],
        ["analyze", "--json"],
        ["analyze", "--preset", "district-court"],
        ["analyze", "--without", "football-talk", "--year", "1995"],
        *(["analyze", str(file.relative_to(ROOT))] for file in files),
        *(["analyze", "--json", str(file.relative_to(ROOT))] for file in files),
    ]:
        yield " ".join(arguments), CliRunner().invoke(okin, arguments).output


def everything() -> Iterator[tuple[str, Any]]:
    """Yield all that is compared, by name."""
    case = load_case()
    lessons = [*lesson_ids(), *open_ids()]
    for seed in range(WALKS):
        lesson_id = lessons[seed % len(lessons)]
        for step, shown in walk(lesson_id, seed):
            yield f"walk {seed} {lesson_id} {step}", shown
    for lesson_id in lessons:
        for name, shown in figures(lesson_id):
            yield f"figure {lesson_id} {name}", shown
    random = Random(0)
    for number in range(SCENARIOS):
        yield f"scenario {number}", as_data(case, analyze(case, supposed(case, random)))
    for name, text in plain_texts():
        yield f"plain {name}", text
    for name, text in commands():
        yield f"command {name}", text


def digest(shown: Any) -> Any:
    """Return a short digest; of a page, one for each region."""
    if isinstance(shown, dict) and all(isinstance(each, str) for each in shown.values()):
        return {key: digest(each) for key, each in shown.items()}
    return sha256(json.dumps(shown, sort_keys=True, default=str).encode()).hexdigest()[:16]


def make(to: Path, texts: bool) -> None:
    """Write the digest of everything, or the texts themselves."""
    found = {name: shown if texts else digest(shown) for name, shown in everything()}
    to.write_text(json.dumps(found, indent=0, default=str), "utf-8")
    print(f"{len(found)} written to {to}")


def compare(before: Path, after: Path) -> int:
    """Print what differs, and return how much."""
    old, new = (json.loads(path.read_text("utf-8")) for path in (before, after))
    differing = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    for name in differing:
        one, other = old.get(name), new.get(name)
        if isinstance(one, dict) and isinstance(other, dict):
            parts = [key for key in {**one, **other} if one.get(key) != other.get(key)]
            print(f"{name}: {', '.join(parts)}")
        else:
            print(name)
    print(f"{len(differing)} of {len(old)} differ")
    return len(differing)


def main() -> None:
    """Read the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("to", type=Path)
    making.add_argument("--texts", action="store_true")
    comparing = commands.add_parser("compare")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    given = parser.parse_args()
    if given.command == "make":
        make(given.to, given.texts)
    else:
        sys.exit(bool(compare(given.before, given.after)))


if __name__ == "__main__":
    main()
