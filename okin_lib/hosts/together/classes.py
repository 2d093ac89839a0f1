"""The classes that this process holds: the one it began with, and one that another held before.

The second is how a class outlasts the process: its desk has kept it, and shows the secret that its
code is made of. Nothing of any class is kept here once it is over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Protocol

from attrs import frozen

from okin_lib.hosts.shared.limits import Bucket
from okin_lib.hosts.together.entered import WayIn
from okin_lib.hosts.together.held import HeldClass, Later
from okin_lib.hosts.together.keys import LONGEST_SECRET, Keys
from okin_lib.lessons.together.classroom import Classroom
from okin_lib.lessons.together.kept_class import ballots, restored
from okin_lib.lessons.together.kept_parts import BadClass

MOST = 2
TRIES, TRIES_PER_SECOND = 5, 0.5
"""How often it is worked out whether a secret makes a code, which holds up everyone."""


class Waiting(Protocol):
    """A page that waits for its class."""

    def come(self) -> None:
        """Enter it now."""


@frozen
class Leading:
    """A class that a desk leads, and the votes whose ballots it is to give back."""

    held: HeldClass
    wants: list[str]


class Classes:
    """Those that this process holds, by code, and the pages that wait for one.

    Parameters
    ----------
    way_in : Callable
        What says how phones come to the class of a code.
    later : Callable
        What does something after so many seconds.
    arrived : Callable
        What is done each time that a phone has come in.
    keys : Keys
        Those of the class that it begins with.
    """

    def __init__(
        self,
        way_in: Callable[[str], WayIn],
        later: Later,
        arrived: Callable[[], None],
        keys: Keys,
    ) -> None:
        self.way_in, self.arrived = way_in, arrived
        self._later = later
        self._held: dict[str, HeldClass] = {}
        self._waiting = defaultdict[str, list[Waiting]](list)
        self._tries = Bucket(TRIES, TRIES_PER_SECOND)
        self._hold(keys, Classroom(keys.code, datetime.now(UTC)))

    def held(self, code: str) -> HeldClass | None:
        """Return the class of that code; None if there is none, or it is over."""
        held = self._held.get(code)
        return None if held and held.is_over else held

    def led(self, code: str, secret: str, kept: object) -> Leading | None:
        """Return the class of that code for who has its secret, made again if it was kept."""
        if held := self.held(code):
            return Leading(held, []) if held.keys.opens(secret) else None
        room = _room(code, kept)
        if room is None or len(secret) > LONGEST_SECRET or len(self._held) >= MOST:
            return None
        if not self._tries.take(1) or (keys := Keys.of(secret)).code != code:
            return None
        return Leading(self._hold(keys, room), list(ballots(room)))

    def await_(self, code: str, page: Waiting) -> None:
        """Let a page enter the class of that code when there is one."""
        self._waiting[code].append(page)

    def forget(self, page: Waiting) -> None:
        """Let a page go that waits, if it does."""
        for code, pages in [*self._waiting.items()]:
            if page in pages:
                pages.remove(page)
            if not pages:
                del self._waiting[code]

    def _hold(self, keys: Keys, room: Classroom) -> HeldClass:
        code = keys.code
        gone = partial(self._held.pop, code, None)
        held = HeldClass(keys, room, partial(self.way_in, code), self._later, gone)
        self._held[code] = held
        for page in self._waiting.pop(code, []):
            page.come()
        return held


def _room(code: str, kept: object) -> Classroom | None:
    try:
        room = restored(kept)
    except BadClass:
        return None
    now = datetime.now(UTC)
    stands = room.begun <= now and not room.is_over(now)
    return room if room.code == code and stands else None
