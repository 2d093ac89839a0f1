"""A fact pattern from the command line, beside its analysis alone and beside starting the command.

Every officer differs, which is the most that there can be to ask; `okin analyze FILE` lists for
each what is not known and matters, and the analysis alone does not.
"""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from measuring.told import met, timed

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.contradiction import contradictions
from okin_lib.doctrine.patterns import PatternLaw
from okin_lib.files.case_file import read
from okin_lib.lessons.installed import load_case
from okin_lib.patterns.pattern import Pattern
from okin_lib.patterns.pattern_analysis import analyze_pattern

TARGETS = {8: 0.5, 50: 2.0}
KNOWN, REPEATS = 10, 5


def drawn(case: Case, rng: random.Random) -> dict[str, bool]:
    """Return factors that do not contradict each other by definition."""
    settled = {case.doctrine.domestic, *case.study(PatternLaw).of_private_harm.kinds}
    named = [k for k, f in case.ascribed.items() if k not in settled and not f.arises.undecided]
    while True:
        found = {key: rng.random() < 0.5 for key in rng.sample(named, KNOWN)}
        if not list(contradictions(case.factors.values(), found)):
            return found


def pattern(case: Case, parties: int) -> dict[str, Any]:
    """Return a file with so many parties, the last of them the municipality of the others."""
    rng = random.Random(parties)
    officers = [
        {"id": f"officer-{n}", "employer": "city", "factors": drawn(case, rng)}
        for n in range(parties - 1)
    ]
    city = {"id": "city", "role": "municipality", "factors": drawn(case, rng)}
    return {
        "title": f"{parties} parties",
        "date": 2003,
        "court": "2d Cir.",
        "posture": "summary-judgment",
        "violence": "domestic",
        "parties": [*officers, city],
    }


def run(*arguments: str) -> None:
    command = [sys.executable, "-m", "okin_lib", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    case = load_case()
    started = timed(lambda: run("analyze", "--json"), REPEATS)
    print(f"okin analyze, of the record: {started:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        for parties, target in TARGETS.items():
            file = Path(folder, f"{parties}.yaml")
            file.write_text(json.dumps(pattern(case, parties)), encoding="utf-8")
            found = read(file, case)
            assert isinstance(found, Pattern)
            alone = timed(lambda found=found: analyze_pattern(case, found), REPEATS)
            whole = timed(lambda file=file: run("analyze", str(file)), REPEATS)
            print(
                f"{parties} parties: okin analyze FILE {whole:.2f} s "
                f"(target {target} s: {met(whole < target)}); the analysis alone {alone:.2f} s"
            )


if __name__ == "__main__":
    main()
