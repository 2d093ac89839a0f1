"""A page that is in a class, and what it was last told; and what is said to whoever comes."""

from collections.abc import Callable
from typing import Any

from attrs import field, frozen
from markupsafe import Markup

from okin_lib.hosts.messages import Send
from okin_lib.hosts.session import Session
from okin_lib.hosts.together.projection import Projection
from okin_lib.lessons.together.classroom import Classroom
from okin_lib.lessons.together.kept_class import ballots, outline
from okin_lib.lessons.together.vote import PhoneId
from okin_lib.page.regions import RegionId, changed

Receive = Callable[[object], None]


@frozen
class WayIn:
    """Where phones open a class, and the same as a QR code."""

    address: str
    qr: Markup


@frozen(eq=False)
class Entered:
    """A page that has entered a class."""

    session: Session[Any]
    send: Send
    receive: Receive
    phone: PhoneId | None = None
    kept: dict[str, int] = field(factory=dict)
    """Of a desk: which ballots of each vote its page keeps, as they are told apart."""

    follows: dict[RegionId, str] = field(factory=dict)
    """Of a phone: what it was last shown of the board that is projected."""

    def follow(self, projection: Projection | None) -> None:
        """Have the phone show what can be followed; nothing, where it is to follow nothing."""
        now = projection.regions if projection else {}
        if self.follows and self.follows.keys() != now.keys():
            self.follows.clear()
            self.send({"board": None})
        if projection and (news := changed(self.follows, now)):
            self.follows.update(now)
            self.send({"board": {"layout": projection.layout, "regions": news}})

    def keep(self, room: Classroom) -> None:
        """Have the page of a desk keep what is new; of a class that is over, nothing."""
        if room.is_closed:
            self.send({"keep": None})
            return
        fresh = {}
        for key, its in ballots(room).items():
            if self.kept.get(key) != (mark := hash(tuple(map(tuple, its.values())))):
                self.kept[key] = mark
                fresh[key] = its
        self.send({"keep": {"outline": outline(room), "ballots": fresh}})


def in_frames(send: Send) -> Send:
    """Return what sends the messages of a session over a page's connection."""
    return lambda message: send({"message": message})
