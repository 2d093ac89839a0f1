"""The lessons of a page that is projected, which its class knows of."""

from okin_lib.hosts.messages import Send
from okin_lib.hosts.shared.multiplex import Multiplex
from okin_lib.hosts.together.classes import Classes
from okin_lib.hosts.together.held import HeldClass
from okin_lib.hosts.together.projection import Led


class ScreenLessons(Multiplex):
    """The lessons of one page, and its place among those that are projected.

    Parameters
    ----------
    classes : Classes
        Those that this process holds.
    code, screen : str
        Of the class, and what the page is known by in it.
    send : Send
        What reaches the page.
    """

    def __init__(self, classes: Classes, code: str, screen: str, send: Send) -> None:
        super().__init__(send)
        self._classes, self._code, self._screen = classes, code, screen
        self._held: HeldClass | None = None
        self.come()

    def come(self) -> None:
        """Be known in the class, if it is there; else wait for it."""
        self._held = self._classes.held(self._code)
        if self._held:
            self._held.projected.joined(self._screen, self)
            self._held.tell_soon()
        else:
            self._classes.await_(self._code, self)

    def _session(self, lesson: str) -> Led:
        session = super()._session(lesson)
        session.listen(self._moved)
        return session

    def _moved(self, _lesson: object) -> None:
        """Let those who follow be told."""
        if self._held:
            self._held.tell_soon()

    def leave(self) -> None:
        """Let the page's lessons go, and its place."""
        super().leave()
        self._classes.forget(self)
        if self._held:
            self._held.projected.left(self._screen, self)
            self._held.tell_soon()
            self._held = None
