"""What becomes of what is done in a session: by default it is gone once the session is.

A page that has joined is a learner's; where notebooks are only run, to test or to print them, none
joins. So nothing is read before a page says hello, or written before one sends an act.
"""

import logging
from typing import Generic, TypeVar

from okin_lib.hosts.messages import Message, Send

log = logging.getLogger("okin")

State = TypeVar("State")


def refuse(message: Message, send: Send) -> None:
    """Refuse what no page of ours says to this."""
    log.warning("Refused a message on keeping: %.500r", message)
    send({"kind": "error", "seq": None, "message": "Message refused: it is not kept so here."})


class Keeping(Generic[State]):
    """Keeps nothing; what keeps something answers a page that asks, and follows each act."""

    told_in: frozenset[str] = frozenset()
    """The parts that say where what is done lasts."""

    def joined(self, send: Send) -> State | None:
        """Take note of a page; return the state to go on from, if that is another."""

    def told(self, message: Message, _state: State, send: Send) -> State | None:
        """Take what a page says of keeping the state; return the state to go on from, as above."""
        refuse(message, send)
        return None

    def went_on(self, state: State, send: Send) -> None:
        """Keep the state, to which an act on the page that ``send`` reaches has led."""
