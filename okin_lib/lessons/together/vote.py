"""A question to a class, and what was answered: one ballot a phone in each vote."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NewType

from attrs import evolve, frozen

PhoneId = NewType("PhoneId", str)
"""What stands for a phone: nobody can tell from it whose, or answer with it."""
LONGEST_REASON = 200
MOST_VOTES = 2
"""Before the class has talked, and after."""


@frozen
class Option:
    """One of the answers that are offered."""

    id: str
    label: str


@frozen
class Ballot:
    """What one phone answered."""

    choice: str
    because: str = ""


@frozen
class Vote:
    """The ballots of one vote, by phone."""

    ballots: Mapping[PhoneId, Ballot] = {}
    is_open: bool = True
    is_shown: bool = False

    @property
    def counts(self) -> Mapping[str, int]:
        """How many chose each option that anyone chose."""
        return Counter(ballot.choice for ballot in self.ballots.values())

    @property
    def reasons(self) -> Sequence[Ballot]:
        """The ballots that say why, in the order in which their phones first answered."""
        return [ballot for ballot in self.ballots.values() if ballot.because]


@frozen
class Reveal:
    """What the board of a lesson is to suppose once a question about it is voted on."""

    lesson: str
    question: str
    """The prediction that opens the board, if it is one; else empty."""
    supposes: str
    """The supposition; empty where none answers the question."""


@frozen
class Poll:
    """A question that a class is asked, with a vote or two."""

    id: str
    question: str
    options: tuple[Option, ...]
    source: str = ""
    """Where it comes from, in words; empty for one that was typed on the spot."""
    reveal: Reveal | None = None
    votes: tuple[Vote, ...] = (Vote(),)
    picked: tuple[str, ...] = ()
    """The reasons that all may read, each by its vote and its place there."""
    read: tuple[str, ...] = ()
    """Those that all have read, and that were put away."""
    is_revealed: bool = False

    @property
    def vote(self) -> Vote:
        """The last vote."""
        return self.votes[-1]

    @property
    def vote_id(self) -> str:
        """What an answer to the last vote names."""
        return f"{self.id}.{len(self.votes)}"

    @property
    def moved(self) -> Mapping[tuple[str, str], int]:
        """How many answered so first, and so after; of those who answered twice."""
        if len(self.votes) < MOST_VOTES:
            return {}
        first, last = (each.ballots for each in self.votes)
        return Counter((first[one].choice, last[one].choice) for one in first if one in last)

    @property
    def most_chosen(self) -> str:
        """The option that most chose in the last vote; the first of those that are even."""
        counts = self.vote.counts
        return max((each.id for each in self.options), key=lambda one: counts.get(one, 0))

    def reason(self, key: str) -> Ballot | None:
        """Return the reason of that key; None if there is none that may be picked."""
        return self.reasons.get(key)

    @property
    def reasons(self) -> Mapping[str, Ballot]:
        """The reasons given in every vote that is closed, by their keys."""
        return {
            f"{self.id}.{number}.{place}": ballot
            for number, vote in enumerate(self.votes, 1)
            if not vote.is_open
            for place, ballot in enumerate(vote.reasons, 1)
        }

    def put_away(self, *keys: str) -> "Poll":
        """Return the poll without these reasons before all."""
        rest = tuple(key for key in self.picked if key not in keys)
        return evolve(self, picked=rest, read=tuple(dict.fromkeys((*self.read, *keys))))

    def with_vote(self, vote: Vote) -> "Poll":
        """Return the poll with another last vote."""
        return evolve(self, votes=(*self.votes[:-1], vote))

    def closed(self) -> "Poll":
        """Return the poll with no vote open."""
        return self.with_vote(evolve(self.vote, is_open=False))

    def shown(self) -> "Poll":
        """Return the poll with its votes closed, and shown to all."""
        votes = tuple(evolve(each, is_open=False, is_shown=True) for each in self.votes)
        return evolve(self, votes=votes)
