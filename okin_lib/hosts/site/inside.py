"""The lessons of one page inside its browser; `worker.js` loads this."""

import json
import re
from collections.abc import Callable, Mapping

from markupsafe import Markup

from okin_lib.hosts.messages import Message
from okin_lib.hosts.shared.frames import take
from okin_lib.hosts.shared.multiplex import Multiplex

NOT_DRAWN = re.compile(r'<p class="note" role="note" data-figure="(\w+)">.*?</p>')
DRAWN = Markup(
    '<figure><img src="figures/{id}.svg" alt="A drawing of what stands here in words and tables">'
    "<figcaption>{title}</figcaption>"
    '<p class="save"><a download="okin-{name}.svg" href="figures/{id}.svg">Save as SVG'
    '<span class="visually-hidden">: {title}</span></a></p></figure>'
)


def joined(post: Callable[[str], None], figures: str = "{}") -> Callable[[str], None]:
    """Return what takes the frames of a page that ``post`` reaches.

    Parameters
    ----------
    figures
        The name and the title of each figure that there is, by its id, as JSON.
    """
    there: Mapping[str, tuple[str, str]] = json.loads(figures)

    def send(frame: Message) -> None:
        post(json.dumps(_with(there, frame)))

    lessons = Multiplex(send)
    return lambda text: take(lessons, text, send)


def _with(figures: Mapping[str, tuple[str, str]], frame: Message) -> Message:
    """Return a frame whose regions show each figure that there is, in place of that it is not."""
    match frame:
        case {"message": {"regions": regions, **message}, **rest}:
            shown = {
                key: NOT_DRAWN.sub(lambda m: _put(figures, m), regions[key]) for key in regions
            }
            return {**rest, "message": {**message, "regions": shown}}
    return frame


def _put(figures: Mapping[str, tuple[str, str]], place: re.Match[str]) -> str:
    if place[1] not in figures:
        return place[0]
    name, title = figures[place[1]]
    return DRAWN.format(id=place[1], name=name, title=title)
