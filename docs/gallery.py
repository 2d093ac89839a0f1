"""Makes the gallery: the figures, and the instruments as pages that need no kernel.

    python docs/gallery.py FOLDER

writes into FOLDER what the site takes over as it is, and beside it the text that shows it.
"""

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import get_args
from xml.etree.ElementTree import fromstring

from jinja2 import Environment

import okin_lib as okin
from okin_lib.api.figure import Name
from okin_lib.hosts import offline
from okin_lib.hosts.serve import notebooks
from okin_lib.hosts.session import Session
from okin_lib.hosts.still import still
from okin_lib.lessons.instruments import LOOKS
from okin_lib.lessons.library import open_ids, start
from okin_lib.page.look import Look

SVG = "{http://www.w3.org/2000/svg}"
PART = "more"  # of the whole board, that shows a look
SHOWN = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string("""
## Figures

{% for name, title, words in drawings %}
### `okin.figure("{{ name }}", scenario)`

<figure>
<img src="figures/{{ name }}.svg" alt="{{ title }}">
<figcaption>{{ title }}</figcaption>
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


def figures() -> Iterator[tuple[str, str]]:
    """Yield each figure, by name, of what follows where a fact that a finding turns on is out."""
    turning = next(each for each in okin.analyze().findings if each.status == "triable")
    scenario = okin.suppose(okin.pivotal(turning.party, turning.element).but_for[:1])
    for name in get_args(Name):
        svg = BytesIO()
        supposed = None if name == "grid" else scenario  # what was decided, no scenario changes
        okin.figure(name, supposed).savefig(svg, format="svg")
        yield name, svg.getvalue().decode("utf-8")


def looks() -> Iterator[tuple[Look, str]]:
    """Yield each look at the record, with its page."""
    (whole,) = map(start, open_ids())
    for look in LOOKS.values():
        session = Session(whole.after({"show": look.id}))
        yield look, offline.framed(look.label, [still(session, PART, look.label)])


def main(to: Path) -> None:
    """Write the gallery."""
    drawn, shown = dict(figures()), dict(looks())
    lessons = {
        path: json.loads(path.read_text("utf-8")) for path in sorted(notebooks().glob("*.ipynb"))
    }
    pages = {f"figures/{name}.svg": svg for name, svg in drawn.items()}
    pages |= {f"instruments/{look.id}.html": page for look, page in shown.items()}
    pages |= {f"notebooks/{path.stem}.html": offline.page(path) for path in lessons}
    for name, page in pages.items():
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        (to / name).write_text(page, encoding="utf-8")
    text = SHOWN.render(
        drawings=[
            (name, *(fromstring(svg).findtext(SVG + tag) for tag in ("title", "desc")))
            for name, svg in drawn.items()
        ],
        looks=shown,
        lessons=[(path.stem, each["metadata"]["title"]) for path, each in lessons.items()],
    )
    to.with_suffix(".md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
