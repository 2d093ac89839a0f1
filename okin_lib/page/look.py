"""A look at what is supposed: what it is called, what it asks for, and how it shows it."""

from collections.abc import Callable, Collection, Mapping, Sequence

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.page.act import known
from okin_lib.page.claims import RECORD, parties, shown
from okin_lib.page.regions import RegionId
from okin_lib.page.words import party_names
from okin_lib.reasoning.types import Analysis, Scenario
from okin_lib.record.types import NO_PARTY, PartyId

WHAT_FOLLOWS, WHO_SAYS_SO = "What follows?", "Who says so?"
WHAT_TURNS_ON_IT, WHAT_IS_THE_LAW = "What turns on it?", "What is the law?"

Options = Sequence[tuple[str, str]]
"""Id and label of each thing to choose from."""


@frozen(eq=False)
class Ask:
    """Something that a look asks a learner to choose."""

    id: str
    label: str
    options: Callable[[Case, tuple[str, ...]], Options]
    """What can be chosen, in a case and of some of its claims."""
    first: int = -1
    """Which of the two parties that are compared, 0 or 1, is chosen at first; else nothing is."""
    within: bool = False
    """Whether the look itself offers what can be chosen, and not the controls above it."""


@frozen
class Seen:
    """What is looked at: a scenario, on some of the claims."""

    case: Case
    claims: tuple[str, ...]
    scenario: Scenario
    chosen: Mapping[str, str]
    """By what a look asks for, what is chosen."""
    drawn: bool
    """Whether the figure is asked for."""
    region: RegionId
    given: Collection[str] = ()
    """Of what nothing else can be chosen."""
    unfolded: bool = False
    """Whether what is folded in it is asked for."""

    def party(self, ask: Ask) -> PartyId:
        """Return the party that is chosen where it is asked for; none if that is for every."""
        return known(ask.id, self.chosen[ask.id], (NO_PARTY, *self.case.parties))

    @property
    def analysis(self) -> Analysis:
        """The analysis of the scenario."""
        return shown(self.case, self.claims, self.scenario)

    @property
    def record(self) -> Analysis:
        """The analysis of the record."""
        return shown(self.case, self.claims, RECORD)


@frozen(eq=False)
class Look:
    """A way to look at what is supposed."""

    id: str
    label: str
    asks: tuple[Ask, ...]
    show: Callable[[Seen], str]
    short: str = ""
    """What it is called where room is scarce: words of its label, if it has any but that."""
    question: str = ""
    """What one asks who takes it: those with the same stand together, where they are many."""


def _asked(case: Case, claims: tuple[str, ...]) -> Options:
    names = party_names(case)
    return [(key, names[key]) for key in parties(case, claims)]


def _officers(case: Case, _: tuple[str, ...]) -> Options:
    return [(party.id, party.name) for party in case.officers]


PARTY = Ask("party", "Party", _asked, 0)
OFFICER = Ask("officer", "Officer", _officers, 0)
LEFT = Ask("left", "On the left", _asked, 0)
RIGHT = Ask("right", "On the right", _asked, 1)
