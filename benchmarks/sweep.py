"""Ten thousand scenarios to CSV in one process and in two, beside a loop over `okin.analyze`.

Each fact alone is left out, under each value of three readings, in four years. Beside the seconds
that it takes stand those of work, in all processes: on a busy machine only they are comparable.
"""

import os
import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path
from time import perf_counter

import okin_lib as okin
from okin_lib.lessons.installed import load_case

READINGS, APART = 3, 7
TARGET = 30  # seconds, in two processes

values = {each.id: each.values for each in list(okin.readings.values())[:READINGS]}
years = load_case().years[::APART]


def swept(processes: int) -> okin.Sweep:
    return okin.sweep(okin.facts, readings=values, years=years, processes=processes)


def looped() -> None:
    without = [[], *([fact] for fact in okin.facts)]
    for facts, year, *chosen in product(without, years, *values.values()):
        readings = dict(zip(values, chosen, strict=True))
        okin.analyze(without=facts, readings=readings, year=year).dispositions.to_records()


def timed(action: Callable[[], object]) -> str:
    started, before = perf_counter(), sum(os.times()[:4])
    action()
    return f"{perf_counter() - started:.1f} s, {sum(os.times()[:4]) - before:.1f} s of work"


def main() -> None:
    os.environ["TQDM_DISABLE"] = "1"
    busy = os.getloadavg()[0]
    print(f"{len(swept(1)):,} scenarios, on {os.cpu_count()} cores with a load of {busy:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        one, two = Path(folder, "one.csv"), Path(folder, "two.csv")
        print(f"one process: {timed(lambda: swept(1).to_csv(one))}")
        print(f"two processes: {timed(lambda: swept(2).to_csv(two))} (target {TARGET} s)")
        assert one.read_bytes() == two.read_bytes()
    print(f"a loop over okin.analyze, not written: {timed(looped)}")


if __name__ == "__main__":
    main()
