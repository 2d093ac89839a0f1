"""Every single fact, for all elements and parties; and one finding's pivotal facts whole."""

from statistics import median
from time import perf_counter

from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.pivotal import but_for, pivotal
from okin_lib.reasoning.types import Scenario
from okin_lib.reasoning.what_if import what_if


def timed(action) -> float:
    what_if.cache_clear()
    start = perf_counter()
    action()
    return (perf_counter() - start) * 1000


def main() -> None:
    case, record = load_case(), Scenario()
    findings = analyze(case, record).findings
    single = median(timed(lambda: but_for(case, record)) for _ in range(7))
    facts = len(case.record.facts)
    print(f"{facts} single facts, {len(findings)} findings, in all: {single:.0f} ms (target 500)")
    whole = {
        (f.element, f.party): timed(lambda f=f: pivotal(case, record, f.element, f.party))
        for f in findings
    }
    slowest = max(whole, key=whole.__getitem__)
    print(f"one finding whole, median: {median(whole.values()):.0f} ms")
    print(f"the slowest, {' of '.join(slowest)}: {whole[slowest]:.0f} ms")


if __name__ == "__main__":
    main()
