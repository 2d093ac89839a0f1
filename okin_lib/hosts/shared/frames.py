"""The frames of a page as text, as a connection carries them."""

import json

from okin_lib.hosts.messages import BadMessage, Send
from okin_lib.hosts.shared.multiplex import Multiplex


def take(lessons: Multiplex, text: str | bytes, send: Send) -> None:
    """Let the lessons of a page take a frame, or ``send`` what is wrong with it."""
    try:
        lessons.receive(_read(text))
    except BadMessage as problem:
        send({"refused": f"Frame refused: {problem}."})
    except RecursionError:
        send({"refused": "Frame refused: it is nested too deeply."})


def _read(text: str | bytes) -> object:
    try:
        return json.loads(text)
    except ValueError as problem:
        raise BadMessage("it is not JSON") from problem
