"""Makes the gallery: the figures, and the instruments as pages that need no kernel.

    python docs/gallery.py FOLDER

writes into FOLDER what the site takes over as it is, and beside it the text that shows it.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import fromstring

from jinja2 import Environment

import okin_lib as okin
from okin_lib.hosts import offline
from okin_lib.hosts.serve import notebooks
from okin_lib.instruments.circuit.figure import draw as circuit
from okin_lib.instruments.circuit.station import stations
from okin_lib.lessons.instruments import LOOKS
from okin_lib.lessons.library import open_ids, start
from okin_lib.lessons.look import REGION
from okin_lib.page.figures.drawing import Drawing
from okin_lib.page.figures.states import draw as states
from okin_lib.page.look import Look
from okin_lib.page.states import blocks
from okin_lib.record.types import PartyId

DESCRIPTION = "{http://www.w3.org/2000/svg}desc"
SHOWN = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string("""
## Figures

{% for drawing, words in drawings %}
<figure>
<img src="figures/{{ drawing.name }}.svg" alt="{{ drawing.title }}">
<figcaption>{{ drawing.title }}</figcaption>
<details><summary>In words</summary><p>{{ words }}</p></details>
</figure>

{% endfor %}
## Instruments

Each as it first stands; in a notebook its controls work.

{% for look in looks %}
### {{ look.label }}

<iframe src="instruments/{{ look.id }}.html" title="{{ look.label }}" loading="lazy"></iframe>

{% endfor %}
## Notebooks

{% for id, title in lessons %}
- <a href="notebooks/{{ id }}.html">{{ title }}</a>
{% endfor %}
""")


def drawings() -> Iterator[Drawing]:
    """Yield the figures of what follows where a fact on which a finding turns is left out."""
    turning = next(each for each in okin.analyze().findings if each.status == "triable")
    pivotal = okin.pivotal(turning.party, turning.element).but_for[:1]
    now, record = okin.analyze(without=pivotal), okin.analyze()
    case, title = now.scenario.case, f"In this model: {now.scenario}"
    claim, party = case.claims[turning.claim], PartyId(turning.party)
    yield states(blocks(case, now.found, record.found), title)
    yield circuit(stations(case, claim, now.found, party), title)


def looks() -> Iterator[tuple[Look, str]]:
    """Yield each look at the record, with its page."""
    (whole,) = map(start, open_ids())
    for look in LOOKS.values():
        shown = whole.after({"show": look.id}).regions()[REGION]
        yield look, offline.framed(look.label, [offline.still({REGION: shown}, "")])


def main(to: Path) -> None:
    """Write the gallery."""
    figures, shown = {each.name: each for each in drawings()}, dict(looks())
    lessons = {
        path: json.loads(path.read_text("utf-8")) for path in sorted(notebooks().glob("*.ipynb"))
    }
    pages = {f"figures/{name}.svg": drawing.svg for name, drawing in figures.items()}
    pages |= {f"instruments/{look.id}.html": page for look, page in shown.items()}
    pages |= {f"notebooks/{path.stem}.html": offline.page(path) for path in lessons}
    for name, page in pages.items():
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        (to / name).write_text(page, encoding="utf-8")
    text = SHOWN.render(
        drawings=[(each, fromstring(each.svg).findtext(DESCRIPTION)) for each in figures.values()],
        looks=shown,
        lessons=[(path.stem, each["metadata"]["title"]) for path, each in lessons.items()],
    )
    to.with_suffix(".md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
