"""The pages that are projected: their lessons, which this process holds, and which one leads.

Whoever opens such a page can act on it; so only one leads, and whoever teaches says which.
"""

from collections.abc import Mapping
from typing import Any

from okin_lib.hosts.shared.multiplex import Multiplex
from okin_lib.hosts.together.projection import Led, Projection, projected
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.predict import Prediction
from okin_lib.lessons.together.vote import Poll, Reveal
from okin_lib.lessons.whole import Whole
from okin_lib.page.regions import Mistake

NONE_LEADS = "No projected page of this class leads: open one, or say which one does."
OTHER_NOTEBOOK = "The projected page is of another notebook: open there the one that asks this."
NOBODY = "Nobody has answered, and the board opens with a prediction: make one on that page."
FOR_THE_CLASS = "{count} of {all} in the class chose it"

TURN = {"turn": "circuit"}


class Projected:
    """The projected pages of a class, by the ids that they were given."""

    def __init__(self) -> None:
        self._screens: dict[str, Multiplex] = {}
        self._leads = ""

    @property
    def listed(self) -> tuple[bool, ...]:
        """Of each page in the order in which it came, whether it leads."""
        return tuple(screen == self._leads for screen in self._screens)

    def joined(self, screen: str, lessons: Multiplex) -> None:
        """Take the lessons of a page; one that is alone leads, if none that led can come back."""
        is_first = not self._screens
        self._screens[screen] = lessons
        if is_first:
            self._leads = screen

    def left(self, screen: str, lessons: Multiplex) -> None:
        """Let them go, if that page has no others by now."""
        if self._screens.get(screen) is lessons:
            del self._screens[screen]

    def lead(self, number: int) -> None:
        """Let the page of that number lead, counted from 1; one that has gone does not."""
        if 0 < number <= len(self._screens):
            self._leads = [*self._screens][number - 1]

    def reveal(self, poll: Poll) -> Mapping[str, Any]:
        """Have the board that leads suppose what a question asked of; return what to turn to.

        Raises
        ------
        Mistake
            If no page that leads is of that lesson, or its board is still closed.
        """
        if poll.reveal is None:
            raise Mistake(OTHER_NOTEBOOK)
        session = self._leading().get(poll.reveal.lesson)
        if session is None:
            raise Mistake(OTHER_NOTEBOOK)
        lesson = _committed(session.lesson, poll, poll.reveal)
        session.take(lesson.after({"suppose": poll.reveal.supposes, "value": True}), lasts=True)
        return TURN

    def put(self, code: str) -> Mapping[str, Any]:
        """Have the board that leads suppose what a code says; return what to turn to.

        Raises
        ------
        BadEvent
            If no page leads, it has no board, or that is none of its codes.
        """
        for session in self._leading().values():
            event = {"code": "board", "value": {"code": code}}
            session.take(session.lesson.after(event), lasts=True)
        return TURN

    @property
    def projection(self) -> Projection | None:
        """What of the board that leads can be followed; None while none is open."""
        leading = self._screens.get(self._leads)
        found = (projected(each) for each in leading.sessions.values()) if leading else ()
        return next(filter(None, found), None)

    def _leading(self) -> Mapping[str, Led]:
        leading = self._screens.get(self._leads)
        if leading is None:
            raise Mistake(NONE_LEADS)
        return leading.sessions


def _committed(lesson: Guided | Whole, poll: Poll, reveal: Reveal) -> Guided | Whole:
    """Return the lesson with the prediction made as most in the class made it."""
    for made in (lesson.prediction, lesson.again):
        if isinstance(made, Prediction) and made.question.id == reveal.question:
            if made.committed:
                return lesson
            ballots = poll.vote.ballots
            if not ballots:
                raise Mistake(NOBODY)
            count = poll.vote.counts[poll.most_chosen]
            said = FOR_THE_CLASS.format(count=count, all=len(ballots))
            value = {"choice": poll.most_chosen, "because": said}
            return lesson.after({"commit": reveal.question, "value": value})
    return lesson
