"""The lessons of one page inside its browser; `worker.js` loads this."""

import json
from collections.abc import Callable

from okin_lib.hosts.messages import Message
from okin_lib.hosts.shared.frames import take
from okin_lib.hosts.shared.multiplex import Multiplex


def joined(post: Callable[[str], None]) -> Callable[[str], None]:
    """Return what takes the frames of a page that ``post`` reaches."""

    def send(frame: Message) -> None:
        post(json.dumps(frame))

    lessons = Multiplex(send)
    return lambda text: take(lessons, text, send)
