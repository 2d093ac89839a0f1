"""One page of a class, over one connection: how it enters, and what it then sends.

from a page  first one of {as: "phone", token}, {as: "screen"} and {as: "desk", secret, kept},
             and then {message}; of a desk {ballots, of} as well, for a class that was kept
to it        {waits: why} or {joined: {token}}, and then {message}; to a desk {keep: {outline,
             ballots}} and {wants: [vote]}, to a screen {turn: region}

A message is one that goes between a page and its session.
"""

from collections.abc import Mapping

from okin_lib.hosts.messages import BadMessage, Send
from okin_lib.hosts.together.classes import Classes
from okin_lib.hosts.together.entered import Entered
from okin_lib.hosts.together.held import HeldClass
from okin_lib.lessons.together.kept_parts import BadClass
from okin_lib.page.regions import Mistake

NO_CLASS = (
    "No class of this code is open here now. Look at the code again; if a class has been open "
    "under it, leave this page as it is: it joins by itself when the class goes on."
)
NOT_YOURS = "This address does not lead this class: open the one that the server printed."
Greeting = Mapping[str, object]


class Entrance:
    """Holds a page until its class is there, and then lets it act in it.

    Parameters
    ----------
    classes : Classes
        Those that this process holds.
    code : str
        That of the class that the page is of.
    send : Send
        What reaches the page.
    """

    def __init__(self, classes: Classes, code: str, send: Send) -> None:
        self._classes, self._code, self._send = classes, code, send
        self._greeting: Greeting | None = None
        self._held: HeldClass | None = None
        self._page: Entered | None = None
        self._is_desk = False

    @property
    def is_open(self) -> bool:
        """Whether the page has said what it is."""
        return self._greeting is not None

    def receive(self, frame: object) -> None:
        """Take what the page sends.

        Raises
        ------
        BadMessage
            If no page of ours sends it.
        """
        match frame:
            case dict(greeting) if _greets(greeting) and not self.is_open:
                self._greeting = greeting
                self.come()
            case {"message": message, **rest} if not rest and self._held and self._page:
                self._held.receive(self._page, message)
            case {"ballots": str(vote), "of": data, **rest} if (
                not rest and self._held and self._is_desk
            ):
                self._take_up(self._held, vote, data)
            case _:
                raise BadMessage("it is of no known form, or comes out of turn")

    def leave(self) -> None:
        """Let the page go."""
        self._classes.forget(self)
        if self._held and self._page:
            self._held.leave(self._page)
        self._held = self._page = None

    def come(self) -> None:
        """Enter the class, if it is there; else wait for it."""
        match self._greeting:
            case {"as": "desk", "secret": str(secret), "kept": kept}:
                self._lead(secret, kept)
            case {"as": "phone", "token": str(token)}:
                if held := self._found():
                    self._enter(held, token)
            case {"as": "screen"}:
                if held := self._found():
                    self._held, self._page = held, held.screen(self._send)
                    self._send({"joined": {}})

    def _found(self) -> HeldClass | None:
        held = self._classes.held(self._code)
        if held is None:
            self._classes.await_(self._code, self)
            self._send({"waits": NO_CLASS})
        return held

    def _enter(self, held: HeldClass, token: str) -> None:
        try:
            page, own = held.phone(token, self._send)
        except Mistake as full:
            self._send({"waits": f"{full}."})
            return
        self._held, self._page = held, page
        self._send({"joined": {"token": own}})
        self._classes.arrived()

    def _lead(self, secret: str, kept: object) -> None:
        led = self._classes.led(self._code, secret, kept)
        if led is None:
            self._send({"waits": NOT_YOURS})
            return
        self._is_desk, self._held = True, led.held
        self._page = led.held.desk(self._send)
        self._send({"joined": {}})
        if led.wants:
            self._send({"wants": led.wants})

    def _take_up(self, held: HeldClass, vote: str, data: object) -> None:
        try:
            held.take_up(vote, data)
        except BadClass as problem:
            raise BadMessage(str(problem)) from problem


def _greets(frame: Greeting) -> bool:
    """Whether a page says so what it is."""
    match frame:
        case {"as": "phone", "token": str(), **rest} | {"as": "screen", **rest}:
            return not rest
        case {"as": "desk", "secret": str(), "kept": _, **rest}:
            return not rest
    return False
