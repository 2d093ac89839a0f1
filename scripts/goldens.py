"""What the program says, as digests: made before a change that should change nothing, and after.

    python scripts/goldens.py make before.json     (add --texts to keep what the digests are of)
    python scripts/goldens.py compare before.json after.json

It walks through every lesson as a learner would, draws each figure, prints each notebook's plain
text, and analyzes random scenarios. All draws come from fixed seeds. What stands in
tests/goldens.json is the same in short; `make test-long` makes it anew, in another process with
another seed of hashes, and compares:

    python scripts/goldens.py check                (add --renew where a difference is meant)
"""

import argparse
import io
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import redirect_stdout
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from click.testing import CliRunner
from walks import figures, walk

from okin_lib.cli import main as okin
from okin_lib.files.as_json import as_data
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.library import lesson_ids, open_ids
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import Contradictory, scenario

ROOT = Path(__file__).parents[1]
WALKS = 300
SCENARIOS = 2000
BATCH = 100
KEPT = ROOT / "tests" / "goldens.json"
RENEW = "python scripts/goldens.py check --renew"
YEARS = range(1985, 2013)


def supposed(case: Any, random: Random) -> Any:
    """Return a random scenario."""
    facts = [fact.id for fact in case.record.facts]
    hypotheticals = [each.id for each in case.record.hypotheticals]
    values = [(r.id, v.id) for r in case.doctrine.readings for v in r.values[1:]]
    off = random.sample(facts, random.choice([0, 1, 2, 5, 20, 60]))
    added = random.sample(hypotheticals, random.choice([0, 0, 1, 2]))
    readings = dict(random.sample(values, random.choice([0, 0, 1, 2])))
    year = random.choice([None, None, random.choice(YEARS)])
    try:
        return scenario(case, off, added, readings, year)
    except Contradictory:
        return scenario(case, off, added[:1], readings, year)


def plain_texts() -> Iterator[tuple[str, Any]]:
    """Yield what each notebook says in plain text."""
    for path in sorted((ROOT / "tests" / "notebooks" / "verdicts").glob("*.ipynb")):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "code" and "NBVAL_CHECK_OUTPUT" in source:
                with redirect_stdout(io.StringIO()) as out:
                    exec(source, {})
                yield path.name, out.getvalue()


def commands() -> Iterator[tuple[str, Any]]:
    """Yield what the terminal shows."""
    runner = CliRunner(env={"COLUMNS": "80"})  # however wide the window is
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
        yield " ".join(arguments), runner.invoke(okin, arguments).output


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


def made(texts: bool = False) -> dict[str, Any]:
    """Return the digest of everything, or the texts themselves, by name."""
    return {name: shown if texts else digest(shown) for name, shown in everything()}


def in_short(found: dict[str, Any]) -> dict[str, str]:
    """Return one digest for each walk, each lesson's figures, and each hundred scenarios."""
    grouped = defaultdict(dict)
    for name, each in found.items():
        kind, what, *_ = name.split(" ")
        if kind == "scenario":
            what = f"{int(what) // BATCH * BATCH} and after"
        grouped[name if kind == "command" else f"{kind} {what}"][name] = each
    return {name: digest(list(each.items())) for name, each in grouped.items()}


def write(found: dict[str, Any], to: Path) -> None:
    """Write what was made, a line for each."""
    to.write_text(json.dumps(found, indent=0, default=str) + "\n", "utf-8")
    print(f"{len(found)} written to {to}")


def compare(old: dict[str, Any], new: dict[str, Any]) -> int:
    """Print what differs, and return how much."""
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


def check(renew: bool) -> int:
    """Compare what the program says with what is kept, or keep it; return how much differs."""
    new = in_short(made())
    if renew:
        write(new, KEPT)
        return 0
    differ = compare(read(KEPT), new)
    if differ:
        print(f"To see what a difference is, compare two commits. If it is meant: {RENEW}")
    return differ


def read(path: Path) -> dict[str, Any]:
    """Return what was written."""
    return json.loads(path.read_text("utf-8"))


def main() -> None:
    """Read the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("to", type=Path)
    making.add_argument("--texts", action="store_true")
    comparing = commands.add_parser("compare")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    commands.add_parser("check").add_argument("--renew", action="store_true")
    given = parser.parse_args()
    if given.command == "make":
        write(made(given.texts), given.to)
    elif given.command == "compare":
        sys.exit(bool(compare(read(given.before), read(given.after))))
    else:
        sys.exit(bool(check(given.renew)))


if __name__ == "__main__":
    main()
