"""The bytes of HTML that a page takes: at first, once a prediction is committed, and at a toggle.

For each notebook, before and after the prediction, as HTML and deflated, and for toggles drawn by
lot, as HTML and on the wire: a websocket deflates each message with the one before it in mind. The
targets are 60 KB for the first paint of a lesson and 110 KB for the whole board, 12 of them
deflated, and 15 KB at a toggle on the wire.

    PYTHONPATH=scripts python benchmarks/page_size.py [NOTEBOOK ...]
"""

import json
import sys
import zlib
from collections import Counter
from collections.abc import Callable
from random import Random
from statistics import median

from measuring.told import met
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


def wire() -> Callable[[Regions], float]:
    """Return what gives the kilobytes of each message, sent as `permessage-deflate` has it."""
    deflating = zlib.compressobj(wbits=-zlib.MAX_WBITS)

    def sent(regions: Regions) -> float:
        message = deflating.compress(json.dumps(regions).encode())
        return len(message + deflating.flush(zlib.Z_SYNC_FLUSH)) / 1000

    return sent


def toggled(lesson: Lesson) -> tuple[list[tuple[float, float]], Counter[str]]:
    """Return the kilobytes of each toggle, as HTML and on the wire, and each region's most."""
    random = Random(2009)
    sent, most = [], Counter[str]()
    shown, on_wire = dict(lesson.regions()), wire()
    on_wire(shown)
    for _ in range(TOGGLES):
        can = events(dict(shown), random)
        act = random.choice([act for act in SWITCHED if act in can])
        lesson = lesson.after(random.choice(can[act]))
        after = dict(lesson.regions())
        news = changed(shown, after)
        for region, html in news.items():
            most[region] = max(most[region], len(html.encode()))
        sent.append((size(news)[0], on_wire(news)))
        shown = after
    return sent, most


def sized(found: float, target: float) -> str:
    """Return a size, and whether it is as small as is aimed at."""
    return f"{found:6.1f} KB ({met(found <= target)}: {target})"


def measure(name: str) -> None:
    """Print the sizes of one notebook."""
    lesson: Lesson = start(name)
    most = LESSON if name in lesson_ids() else WHOLE
    raw, deflated = size(lesson.regions())
    print(f"{name}\n  at first  {sized(raw, most)}, deflated {sized(deflated, DEFLATED)}")
    if commits := events(dict(lesson.regions()), Random(0)).get("commit"):
        first = lesson.plan.prediction.id
        lesson = lesson.after(next(each for each in commits if each["commit"] == first))
        raw, deflated = size(lesson.regions())
        print(f"  opened    {sized(raw, most)}, deflated {sized(deflated, DEFLATED)}")
    sent, largest = toggled(lesson)
    html, sent_as = zip(*sent, strict=True)
    most_sent = sized(max(sent_as), TOGGLE)
    print(f"  a toggle, HTML        median {median(html):5.1f} KB, most {max(html):6.1f} KB")
    print(f"  a toggle, on the wire median {median(sent_as):5.1f} KB, most {most_sent}")
    regions = (f"{region} {bytes_ / 1000:.1f}" for region, bytes_ in largest.most_common(5))
    print(f"  the largest regions at a toggle: {', '.join(regions)}")


def main(*names: str) -> None:
    for name in names or (*lesson_ids(), *open_ids()):
        measure(name)


if __name__ == "__main__":
    main(*sys.argv[1:])
