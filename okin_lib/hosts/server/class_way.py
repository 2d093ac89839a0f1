"""How whoever teaches, and each phone, comes to a class: what the server prints of it."""

import sys
from collections.abc import Callable

from markupsafe import Markup
from tornado.ioloop import IOLoop

from okin_lib.hosts.server.address import own_address, written
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.together.classes import Classes
from okin_lib.hosts.together.entered import WayIn
from okin_lib.hosts.together.keys import Keys
from okin_lib.page.share import qr

LEADS = (
    "Open {desk} in a browser: the window of whoever teaches. Keep it off the projector, and its "
    "address to yourself. Ctrl-C stops the server."
)
PHONES = "Phones open {phones}"
NO_NETWORK = "This machine has no network that phones could come over: {phones}"
TRY = "Open that with a phone now. If it finds nothing, the network keeps devices apart."
ARRIVED = "A phone has arrived."


class ClassWay:
    """The classes of a server, of which one is there from the first, and their addresses.

    Parameters
    ----------
    options : Options
        Where it stands.
    port : Callable
        What says its port, once it listens.
    """

    def __init__(self, options: Options, port: Callable[[], int]) -> None:
        self._options, self._port = options, port
        self._has_arrived = False
        self.keys = Keys.fresh()
        self.classes = Classes(self, _later, self.arrived, self.keys)

    def __call__(self, code: str) -> WayIn:
        """Return how phones come to the class of that code."""
        address = self._phones(code)
        return WayIn(address, Markup(qr(address)))

    def invitation(self) -> str:
        """Return what is printed as the server starts."""
        keys = self.keys
        phones = self._phones(keys.code)
        desk = f"{self._at(written(self._options.ip))}/{keys.code}/desk#{keys.secret}"
        reached = bool(self._options.origins or own_address(self._options.ip))
        lines = [
            LEADS.format(desk=desk),
            (PHONES if reached else NO_NETWORK).format(phones=phones),
        ]
        drawn = [_drawn(phones)] if sys.stdout.isatty() else []
        return "\n".join([*lines, *drawn, TRY])

    def arrived(self) -> None:
        """Say once that a phone has come."""
        if not self._has_arrived:
            self._has_arrived = True
            print(ARRIVED, flush=True)

    def _phones(self, code: str) -> str:
        options = self._options
        if options.origins:
            return f"{options.origins[0]}{options.base_url}class/{code}"
        return f"{self._at(own_address(options.ip) or written(options.ip))}/{code}"

    def _at(self, host: str) -> str:
        return f"http://{host}:{self._port()}{self._options.base_url}class"


def _later(seconds: float, act: Callable[[], None]) -> None:
    IOLoop.current().call_later(seconds, act)


def _drawn(link: str) -> str:
    from io import StringIO

    import segno  # slow to import, and few ask for a code

    text = StringIO()
    segno.make(link, micro=False).terminal(text, compact=True)
    return text.getvalue()
