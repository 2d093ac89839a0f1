"""A part of a lesson as a Jupyter widget; it composes with the boxes of ipywidgets."""

import logging
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from okin_lib.hosts.session import Session

HERE = Path(__file__).parent

log = logging.getLogger("okin")


class LessonWidget(anywidget.AnyWidget):
    """One part of a lesson.

    Parameters
    ----------
    session : Session
        The lesson, shared with the widgets of its other parts.
    part : str
        The part to show.
    """

    _esm = HERE / "okin.js"
    _css = HERE / "okin.css"
    first = traitlets.Dict().tag(sync=True)
    """The regions of the first paint: the page reads it, and nothing else does."""

    def __init__(self, session: Session, part: str) -> None:
        super().__init__(first=session.regions(part))
        self._part = part
        receive = session.join(part, self.send)
        self.on_msg(lambda _widget, content, _buffers: receive(content))

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Refuse: a page may send events, but no trait is its to write."""
        log.warning("Refused to let the page write %s", ", ".join(map(repr, sync_data)))

    def __repr__(self) -> str:
        return f"Part {self._part!r} of a lesson, which shows in Jupyter or Voila"
