"""One full analysis, and the start of the command, in milliseconds."""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import scenario


def timed(action, repeats: int) -> float:
    times = []
    for _ in range(repeats):
        start = perf_counter()
        action()
        times.append(perf_counter() - start)
    return median(times) * 1000


def main() -> None:
    case = load_case()
    facts = [fact.id for fact in case.record.facts]
    scenarios = [scenario(case, without=[fact]) for fact in facts]
    analyze(case, scenarios[0])
    one = median(timed(lambda s=s: analyze(case, s), 5) for s in scenarios)
    start = timed(
        lambda: subprocess.run(
            [Path(sys.executable).with_name("okin"), "analyze", "--json"],
            check=True,
            stdout=subprocess.DEVNULL,
        ),
        7,
    )
    bare = timed(lambda: subprocess.run([sys.executable, "-c", ""], check=True), 7)
    print(f"one full analysis, median over {len(scenarios)} scenarios: {one:.2f} ms (target 2)")
    print(f"okin analyze --json, start to end: {start:.0f} ms (target 500)")
    print(f"the same beside an empty Python process: {start / bare:.1f} times")


if __name__ == "__main__":
    main()
