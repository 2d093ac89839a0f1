"""A class in one room: who is there, and what it was asked. A value; each step makes the next.

Nobody has a name in it, and it holds no secret: who may take which step is for the seats to say.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Literal, get_args

from attrs import evolve, frozen

from okin_lib.lessons.together.sides import SideFound, Sides
from okin_lib.lessons.together.vote import MOST_VOTES, Ballot, PhoneId, Poll, Vote
from okin_lib.page.regions import BadEvent, Mistake

LASTS = timedelta(hours=3)
MOST_PHONES = 1_000
MOST_POLLS = 60
Front = Literal["join", "question", "page", "sides"]
Mode = Literal["explore", "follow"]
MODES: tuple[Mode, ...] = get_args(Mode)
FRONTS: tuple[Front, ...] = get_args(Front)


@frozen
class Classroom:
    """What a class does together."""

    code: str
    """What its members type."""
    begun: datetime
    present: frozenset[PhoneId] = frozenset()
    """The phones that are connected."""
    polls: tuple[Poll, ...] = ()
    """What was asked, in order; the last is what the class is at."""
    front: Front = "join"
    """What the screen shows: how to come in, what is asked, or the page that it stands on."""
    mode: Mode = "explore"
    """Whether phones follow the board that is projected, or have their own."""
    sides: Sides | None = None
    """The two halves, once the class is split."""
    is_closed: bool = False

    @property
    def poll(self) -> Poll | None:
        """What the class is at, if it was asked something."""
        return self.polls[-1] if self.polls else None

    @property
    def in_room(self) -> int:
        """How many phones there are: who has answered and sleeps is still there."""
        answered: Collection[PhoneId] = self.poll.vote.ballots.keys() if self.poll else ()
        return len(self.present.union(answered))

    @property
    def is_revealed(self) -> bool:
        """Whether the board shows what the class is at."""
        return self.poll is not None and self.poll.is_revealed

    def is_over(self, now: datetime) -> bool:
        """Whether it is closed, or has stood for as long as one may."""
        return self.is_closed or now - self.begun >= LASTS

    def joined(self, phone: PhoneId) -> "Classroom":
        """Return the class with a phone in it."""
        if phone not in self.present and len(self.present) >= MOST_PHONES:
            raise Mistake(f"this class has room for {MOST_PHONES} phones, and is full")
        sides = self.sides and self.sides.with_phone(phone)
        return evolve(self, present=self.present | {phone}, sides=sides)

    def left(self, phone: PhoneId) -> "Classroom":
        """Return the class without the phone; what it answered stays."""
        return evolve(self, present=self.present - {phone})

    def answered(self, phone: PhoneId, vote_id: str, ballot: Ballot) -> "Classroom":
        """Return the class with the phone's ballot, in place of the one that it gave before."""
        poll = self._at()
        if vote_id != poll.vote_id or not poll.vote.is_open:
            raise Mistake("that vote is closed, so nothing was counted")
        ballots = {**poll.vote.ballots, phone: ballot}
        if len(ballots) > MOST_PHONES:
            raise Mistake(f"{MOST_PHONES} have answered, and no more can")
        return self._with(poll.with_vote(evolve(poll.vote, ballots=ballots)))

    def asked(self, poll: Poll) -> "Classroom":
        """Return the class as it is asked something new; the vote before is closed."""
        if len(self.polls) >= MOST_POLLS:
            raise Mistake(f"a class is asked {MOST_POLLS} questions at most")
        fresh = evolve(poll, id=f"q{len(self.polls) + 1}")
        return evolve(self, polls=(*self._settled, fresh), front="question")

    def vote_closed(self) -> "Classroom":
        """Return the class with its vote closed."""
        return self._with(self._at().closed())

    def voting_again(self) -> "Classroom":
        """Return the class in its second vote on the same question."""
        poll = self._at()
        if poll.vote.is_open or len(poll.votes) >= MOST_VOTES:
            raise Mistake("a second vote follows a first that is closed")
        again = evolve(poll.put_away(*poll.picked), votes=(*poll.votes, Vote()))
        return evolve(self._with(again), front="question")

    def shown(self) -> "Classroom":
        """Return the class with the distribution of its votes before it."""
        return evolve(self._with(self._at().shown()), front="question")

    def picked(self, key: str) -> "Classroom":
        """Return the class with one more reason before it."""
        poll = self._at()
        if poll.reason(key) is None:
            raise BadEvent("there is no such reason, or its vote is open")
        picked = (*(each for each in poll.picked if each != key), key)
        return self._with(evolve(poll, picked=picked))

    def put_away(self, key: str) -> "Classroom":
        """Return the class without that reason before it."""
        poll = self._at()
        return self._with(poll.put_away(key) if key in poll.picked else poll)

    def revealed(self) -> "Classroom":
        """Return the class once the board shows what the question asked of it."""
        poll = self._at()
        if poll.reveal is None:
            raise BadEvent("no board shows what this question asks")
        return evolve(self._with(evolve(poll.shown(), is_revealed=True)), front="page")

    def with_front(self, front: Front) -> "Classroom":
        """Return the class with that on its screen."""
        return evolve(self, front=front)

    def with_mode(self, mode: Mode) -> "Classroom":
        """Return the class whose phones follow, or have boards of their own."""
        return evolve(self, mode=mode)

    def split(self, sides: Sides) -> "Classroom":
        """Return the class in two halves; what was asked before is closed."""
        return evolve(self, polls=self._settled, sides=sides, front="sides")

    def found(self, phone: PhoneId, found: SideFound) -> "Classroom":
        """Return the class with what a phone found for its half, in place of what it had."""
        if self.sides is None or self.sides.is_shown or phone not in self.sides.of:
            raise Mistake("nothing is looked for now")
        given = {**self.sides.found, phone: found}
        return evolve(self, sides=evolve(self.sides, found=given))

    def sides_shown(self) -> "Classroom":
        """Return the class with what both halves found before it."""
        if self.sides is None:
            raise Mistake("the class is not split")
        return evolve(self, sides=evolve(self.sides, is_shown=True), front="sides")

    def joined_again(self) -> "Classroom":
        """Return the class as one."""
        return evolve(self, sides=None, front="join")

    def closed(self) -> "Classroom":
        """Return the class at its end."""
        return evolve(self, polls=self._settled, is_closed=True)

    @property
    def _settled(self) -> tuple[Poll, ...]:
        """What was asked, with no vote open."""
        return (*self.polls[:-1], self.polls[-1].closed()) if self.polls else ()

    def _at(self) -> Poll:
        if self.poll is None:
            raise Mistake("nothing was asked yet")
        return self.poll

    def _with(self, poll: Poll) -> "Classroom":
        return evolve(self, polls=(*self.polls[:-1], poll))
