"""The frames of a page as text, as a connection carries them."""

import json
from typing import Protocol

from okin_lib.hosts.messages import BadMessage, Send


class Receiver(Protocol):
    """What takes the frames of one page."""

    @property
    def is_open(self) -> bool:
        """Whether the page has said how it was opened."""

    def receive(self, frame: object) -> None:
        """Take what the page sends; raise `BadMessage` if no page of ours sends it."""

    def leave(self) -> None:
        """Let the page go; this may be said more than once."""


def take(page: Receiver, text: str | bytes, send: Send) -> None:
    """Let what takes the frames of a page take one, or ``send`` what is wrong with it."""
    try:
        page.receive(_read(text))
    except BadMessage as problem:
        send({"refused": f"Frame refused: {problem}."})
    except RecursionError:
        send({"refused": "Frame refused: it is nested too deeply."})


def _read(text: str | bytes) -> object:
    try:
        return json.loads(text)
    except ValueError as problem:
        raise BadMessage("it is not JSON") from problem
