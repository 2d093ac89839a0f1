"""The bytes of HTML that a page takes: at first, once a prediction is committed, and at a toggle.

For each notebook, before and after the prediction and for toggles drawn by lot, as HTML and
deflated. The targets are 60 KB for the first paint of a lesson and 110 KB for the whole board, 12
of them deflated, and 15 KB at a toggle.

    PYTHONPATH=scripts python benchmarks/page_size.py [NOTEBOOK ...]
"""

import sys
import zlib
from collections import Counter
from random import Random
from statistics import median

from walks import events

from okin_lib.lessons.library import lesson_ids, open_ids, start
from okin_lib.page.regions import Lesson, Regions, changed

TOGGLES = 50
SWITCHED = ("toggle", "bundle", "reading", "switch", "tick", "position", "step", "year", "choose")
"""What changes the answer on a page, by the acts of its controls."""
LESSON, WHOLE, DEFLATED, TOGGLE = 60, 110, 12, 15


def size(regions: Regions) -> tuple[float, float]:
    """Return the kilobytes of the regions, as they are and deflated."""
    html = "".join(regions.values()).encode()
    return len(html) / 1000, len(zlib.compress(html)) / 1000


def toggled(lesson: Lesson) -> tuple[list[tuple[float, float]], Counter[str]]:
    """Return the kilobytes that each toggle sends, and the most that each region does."""
    random = Random(2009)
    sent, most = [], Counter[str]()
    shown = lesson.regions()
    for _ in range(TOGGLES):
        can = events(dict(shown), random)
        act = random.choice([act for act in SWITCHED if act in can])
        lesson = lesson.after(random.choice(can[act]))
        after = lesson.regions()
        news = changed(shown, after)
        for region, html in news.items():
            most[region] = max(most[region], len(html.encode()))
        sent.append(size(news))
        shown = after
    return sent, most


def met(found: float, target: float) -> str:
    """Say whether it is."""
    return f"{found:6.1f} KB ({'met' if found <= target else 'missed'}: {target})"


def measure(name: str) -> None:
    """Print the sizes of one notebook."""
    lesson: Lesson = start(name)
    most = LESSON if name in lesson_ids() else WHOLE
    raw, deflated = size(lesson.regions())
    print(f"{name}\n  at first  {met(raw, most)}, deflated {met(deflated, DEFLATED)}")
    if commits := events(dict(lesson.regions()), Random(0)).get("commit"):
        lesson = lesson.after(commits[0])
        raw, deflated = size(lesson.regions())
        print(f"  opened    {met(raw, most)}, deflated {met(deflated, DEFLATED)}")
    sent, largest = toggled(lesson)
    for kind, each in zip(("HTML", "deflated"), zip(*sent, strict=True), strict=True):
        print(f"  a toggle, {kind:9} median {median(each):5.1f} KB, most {met(max(each), TOGGLE)}")
    regions = (f"{region} {bytes_ / 1000:.1f}" for region, bytes_ in largest.most_common(5))
    print(f"  the largest regions at a toggle: {', '.join(regions)}")


def main(*names: str) -> None:
    for name in names or (*lesson_ids(), *open_ids()):
        measure(name)


if __name__ == "__main__":
    main(*sys.argv[1:])
