"""One full analysis, and the start of the command, in milliseconds."""

import subprocess
import sys
from pathlib import Path
from statistics import median

from measuring.told import timed

from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import scenario


def main() -> None:
    case = load_case()
    facts = [fact.id for fact in case.record.facts]
    scenarios = [scenario(case, without=[fact]) for fact in facts]
    analyze(case, scenario(case))
    one = median(timed(lambda s=s: analyze(case, s), 1) for s in scenarios) * 1000
    command = [Path(sys.executable).with_name("okin"), "analyze"]
    start = timed(lambda: run(command), 7) * 1000
    peer = timed(lambda: run([sys.executable, "-c", "import click, attrs, json"]), 7) * 1000
    print(f"a full analysis anew, median over {len(facts)} scenarios: {one:.2f} ms (target 1.5)")
    print(f"okin analyze, start to end: {start:.0f} ms (target 200)")
    print(f"the same beside a process that imports click and attrs: {start / peer:.1f} times")


def run(command: list[str | Path]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
