"""A hundred whole boards in one process: to open them, what they take, and an act in each.

No network and no browser: what is timed is from a frame of a page to its answer. The peer is a
kernel of its own for each page, as Voila has it: a process that has imported what it needs.
"""

import gc
import json
import subprocess
import sys
from random import Random
from statistics import median, quantiles
from time import perf_counter

import psutil

from okin_lib.hosts.shared.multiplex import Multiplex
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.library import whole_board

BOARDS, ACTS = 100, 500
LESSON, PART = "10_whole_board", "board"
PARTS = list(whole_board().parts)
KERNEL = (
    "import psutil; from okin_lib.hosts.server import preloaded;"
    "print(psutil.Process().memory_info().rss)"
)


class Page:
    """A page of the whole board, which writes what it is sent as the server would."""

    def __init__(self) -> None:
        self.characters = 0
        self._lessons = Multiplex(self._take)
        self._lessons.receive({"open": {"query": "", "states": {}}})
        for part in PARTS:
            self.tell(part, {"kind": "hello"})

    def _take(self, frame: object) -> None:
        self.characters += len(json.dumps(frame))

    def tell(self, part: str, message: object) -> None:
        self._lessons.receive({"lesson": LESSON, "part": part, "message": message})


def megabytes() -> float:
    gc.collect()
    return psutil.Process().memory_info().rss / 1e6


def toggle(page: Page, fact: str, on: bool) -> float:
    """Return the milliseconds of one act."""
    began = perf_counter()
    page.tell(PART, {"kind": "event", "seq": 1, "event": {"toggle": fact, "value": on}})
    return (perf_counter() - began) * 1000


def kernel() -> tuple[float, float]:
    """Return the seconds until a kernel of its own could begin, and its megabytes."""
    began = perf_counter()
    ran = subprocess.run([sys.executable, "-c", KERNEL], capture_output=True, check=True)
    return perf_counter() - began, int(ran.stdout) / 1e6


def main() -> None:
    random = Random(0)
    facts = [fact.id for fact in load_case().record.facts]
    Page()
    gc.freeze()  # as the server does
    before, began = megabytes(), perf_counter()
    pages = [Page() for _ in range(BOARDS)]
    seconds, opened = perf_counter() - began, megabytes()
    print(f"{BOARDS} whole boards in one process: {seconds:.1f} s, {opened - before:.0f} MB")
    off = {number: random.choice(facts) for number in range(BOARDS)}
    times = []
    for act in range(ACTS):
        number = act % BOARDS
        times.append(toggle(pages[number], off[number], act // BOARDS % 2 == 1))
    slow = quantiles(times, n=20)[-1]
    print(f"a toggle in one of them: {median(times):.1f} ms at the median, {slow:.1f} at the 95th")
    print(f"and then they take {megabytes() - before:.0f} MB")
    start, taken = kernel()
    print(f"the peer, a kernel for each page: {start:.1f} s and {taken:.0f} MB for one")


if __name__ == "__main__":
    main()
