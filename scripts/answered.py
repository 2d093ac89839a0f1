"""How much of partial fact patterns the law answers, and what leaves the rest open.

    python scripts/answered.py [PATTERNS [FACTORS [SEED]]]

Draws patterns of one officer and a municipality, each with some factors known at random, of the
kinds that a later court's recital would give. Prints, element by element, the share that is
answered, leaning or open, and which authorities leave elements open most.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.contradiction import contradictions
from okin_lib.lessons.installed import load_case
from okin_lib.patterns.pattern import Pattern, PatternParty
from okin_lib.patterns.pattern_analysis import PatternAnalysis, analyze_pattern
from okin_lib.patterns.unknowns import unknowns

ANSWERED, LEANING, OPEN, NEITHER = "answered", "leaning", "open", "not reached or stated"
KINDS = (ANSWERED, LEANING, OPEN, NEITHER)
YEARS, POSTURES = (1996, 2002, 2006, 2012, 2020), ("pleading", "summary-judgment")
MOST = 10


def recited(case: Case, rng: random.Random, count: int) -> dict[str, bool]:
    """Return factors that a recital could give together, most of them as so."""
    named = [key for key, factor in case.factors.items() if key not in case.derived]
    named = [key for key in named if key != case.doctrine.domestic]
    while True:
        found = {key: rng.random() < 2 / 3 for key in rng.sample(named, min(count, len(named)))}
        if not list(contradictions(case.factors.values(), found)):
            return found


def drawn(case: Case, patterns: int, count: int, seed: int) -> Iterator[PatternAnalysis]:
    """Yield the analyses of so many patterns, the same for the same seed."""
    rng = random.Random(seed)
    for number in range(patterns):
        officer = PatternParty("officer", employer="city", factors=recited(case, rng, count))
        city = PatternParty("city", "municipality", factors=recited(case, rng, count))
        pattern = Pattern(
            f"Pattern {number}",
            rng.choice(YEARS),
            case.doctrine.courts[0],
            rng.choice(POSTURES),
            rng.choice(("domestic", "other")),
            (officer, city),
        )
        yield analyze_pattern(case, pattern)


def kind(status: str, lean: str | None) -> str:
    """Return which of the four kinds of answer it is."""
    if status in ("not-reached", "not-stated"):
        return NEITHER
    if status == "open":
        return LEANING if lean else OPEN
    return ANSWERED


def table(title: str, rows: dict[str, Counter[str]]) -> Iterator[str]:
    """Yield a table's lines: a row a name, its shares in per cent."""
    yield f"{title:34}" + "".join(f"{each:>23}" for each in KINDS)
    for name, counts in rows.items():
        total = counts.total()
        yield f"{name:34}" + "".join(f"{100 * counts[each] / total:22.1f}%" for each in KINDS)


def report(case: Case, found: list[PatternAnalysis]) -> Iterator[str]:
    """Yield the lines of the report."""
    elements: dict[str, Counter[str]] = {"every element": Counter()}
    motions: dict[str, Counter[str]] = {"every motion": Counter()}
    blocking: Counter[str] = Counter()
    deciding: Counter[str] = Counter()
    for analysis in found:
        for finding in analysis.findings:
            for name in ("every element", finding.element):
                counts = elements.setdefault(name, Counter())
                counts[kind(finding.status, finding.lean)] += 1
            if finding.status == "open":
                blocking.update(dict.fromkeys(finding.authority.split("+"), 1))
        for motion in analysis.dispositions:
            answer = "open" if motion.motion == "open" else motion.motion
            for name in ("every motion", motion.claim):
                motions.setdefault(name, Counter())[kind(answer, None)] += 1
        deciding.update(
            dict.fromkeys((each.factor for each in unknowns(case, analysis) if each.turns), 1)
        )
    yield from table("motion", motions)
    yield ""
    yield from table("element", elements)
    yield from ("", "authorities that open elements rest on, or could turn to, most:")
    yield from (f"  {count:6} {name}" for name, count in blocking.most_common(MOST))
    yield from ("", "unknowns that alone would decide a motion, by the patterns they would:")
    yield from (f"  {count:6} {name}" for name, count in deciding.most_common(MOST))


def main(patterns: int = 500, count: int = 10, seed: int = 0) -> None:
    """Print the report."""
    case = load_case()
    print(f"{patterns} patterns, {count} factors known of each party, seed {seed}")
    print("\n".join(report(case, list(drawn(case, patterns, count, seed)))))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
