"""The first regions of the whole board in a fresh process, imports included, in milliseconds.

The target is 420 ms. Beside it, in the same run, what any page from a template costs: a process
that imports Jinja2 and attrs and does nothing.
"""

import subprocess
import sys
from statistics import median
from time import perf_counter

from measuring.told import met

TARGET = 420
RUNS = 7
OURS = "from okin_lib.lessons.library import start; dict(start('10_whole_board').regions())"
PEER = "import attrs, jinja2"


def process(code: str) -> float:
    """Return the milliseconds of a process that runs the code: the median of several."""
    times = []
    for _ in range(RUNS):
        began = perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append((perf_counter() - began) * 1000)
    return median(times)


def main() -> None:
    process(OURS)  # so that all is compiled and stored
    ours, peer, bare = process(OURS), process(PEER), process("pass")
    print(f"first regions of the whole board, in a fresh process: {ours:.0f} ms")
    print(f"an empty process: {bare:.0f} ms; one that imports Jinja2 and attrs: {peer:.0f} ms")
    print(f"{ours / peer:.1f} times the second; target {TARGET} ms: {met(ours < TARGET)}")


if __name__ == "__main__":
    main()
