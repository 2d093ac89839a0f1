"""What a class answered, as numbers: option by option, vote by vote, and who moved."""

from collections.abc import Sequence

from attrs import frozen

from okin_lib.lessons.together.vote import Poll


@frozen
class Share:
    """How many of a vote's ballots chose an option."""

    count: int
    of: int

    @property
    def percent(self) -> int:
        """The same in a hundred; 0 where nobody answered."""
        return round(100 * self.count / self.of) if self.of else 0


@frozen
class CountedOption:
    """An option, and its share in each vote."""

    label: str
    shares: tuple[Share, ...]


@frozen
class Moved:
    """How many went from one option to another."""

    before: str
    after: str
    count: int


@frozen
class Distribution:
    """The answers to a question, of which nobody can tell whose is which."""

    options: tuple[CountedOption, ...]
    answered: tuple[int, ...]
    """In each vote."""
    stayed: int = 0
    moved: tuple[Moved, ...] = ()

    @property
    def votes(self) -> Sequence[str]:
        """What each vote is called."""
        return ("First vote", "Second vote")[: len(self.answered)]

    @property
    def twice(self) -> int:
        """How many answered in both votes."""
        return self.stayed + sum(each.count for each in self.moved)


def shown_to_all(poll: Poll) -> Distribution | None:
    """Return the distribution of the votes that are shown; None before any is."""
    return _counted(poll, [vote.is_shown for vote in poll.votes])


def known_to_desk(poll: Poll) -> Distribution | None:
    """Return the distribution of the votes that are closed; None while the first is open."""
    return _counted(poll, [not vote.is_open for vote in poll.votes])


def _counted(poll: Poll, may: Sequence[bool]) -> Distribution | None:
    votes = [vote for vote, allowed in zip(poll.votes, may, strict=True) if allowed]
    if not votes:
        return None
    options = tuple(
        CountedOption(
            option.label,
            tuple(Share(vote.counts.get(option.id, 0), len(vote.ballots)) for vote in votes),
        )
        for option in poll.options
    )
    answered = tuple(len(vote.ballots) for vote in votes)
    if len(votes) < len(poll.votes) or not all(may):
        return Distribution(options, answered)
    labels = {option.id: option.label for option in poll.options}
    moved = poll.moved
    return Distribution(
        options,
        answered,
        stayed=sum(count for (before, after), count in moved.items() if before == after),
        moved=tuple(
            Moved(labels[before], labels[after], count)
            for (before, after), count in sorted(moved.items())
            if before != after
        ),
    )
