"""A part of a lesson as a Jupyter widget; it composes with the boxes of ipywidgets."""

import logging
import os
from pathlib import Path
from time import sleep
from typing import Any

import anywidget
import traitlets
from IPython.display import display

from okin_lib.hosts.front import join
from okin_lib.hosts.messages import Message
from okin_lib.hosts.session import L, Session

HERE = Path(__file__).parent
NOTE = (HERE / "note.html").read_text("utf-8")
"""Stands where a page cannot show the widget: saved beside it, and hidden once it shows."""

TURN = 5e-5
"""Seconds: any will do that are not none."""

log = logging.getLogger("okin")


def under_voila() -> bool:
    """Whether this kernel computes a page of Voila, which anyone may have opened."""
    return "VOILA_BASE_URL" in os.environ


class PartWidget(anywidget.AnyWidget):
    """One part of a lesson, which its page can act on and cannot write.

    Parameters
    ----------
    session : Session
        The lesson, shared with the widgets of its other parts.
    part : str
        The part to show.
    """

    _esm = join.script("widget.js")
    _css = join.sheet()
    lesson = traitlets.Unicode().tag(sync=True)
    """Which it is of those that a page shows: two notebooks may have the same."""
    first = traitlets.Dict().tag(sync=True)
    """The regions of the first paint: the page reads it, and nothing else does."""
    arranged = traitlets.Unicode().tag(sync=True)
    """How they stand; a widget has a ``layout`` already, of another kind."""
    tells = traitlets.Bool().tag(sync=True)
    """Whether it says where what is done lasts."""

    def __init__(self, session: Session[L], part: str) -> None:
        super().__init__(
            lesson=session.key,
            first=session.regions(part),
            arranged=session.layout(part),
            tells=session.tells(part),
        )
        receive = session.join(part, self._tell)
        self.on_msg(lambda _widget, content, _buffers: receive(content))

    def _tell(self, message: Message) -> None:
        """Send a message, and let the kernel's other thread, which sends it, have its turn.

        It would wait for five milliseconds while this one goes on to what other pages show.
        """
        self.send(message)
        sleep(TURN)

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Refuse: a page may send events, but no trait is its to write."""
        log.warning("Refused to let the page write %s", ", ".join(map(repr, sync_data)))


class LessonWidget(PartWidget):
    """One part of a lesson of the suite, which is shown with a note for where it cannot show.

    Parameters
    ----------
    session : Session
        The lesson, shared with the widgets of its other parts.
    part : str
        The part to show.
    """

    def __init__(self, session: Session[L], part: str) -> None:
        super().__init__(session, part)
        self._part = part

    def _ipython_display_(self) -> None:
        if not under_voila():  # Voila runs the cells itself, and says so
            display({"text/html": NOTE, "text/plain": repr(self)}, raw=True)
        shown = self._repr_mimebundle_()
        assert shown is not None  # as a widget without a view has
        data, metadata = shown
        display(data, metadata=metadata, raw=True)

    def __repr__(self) -> str:
        return f"Part {self._part!r} of a lesson: choose Run > Run All Cells to show it"
