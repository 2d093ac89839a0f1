"""The part that a fact plays in a finding, in a sign and words."""

from collections.abc import Mapping

from attrs import frozen

from okin_lib.page.words import Word
from okin_lib.reasoning.pivotal import Role

ROLE: Mapping[Role, Word] = {
    "but-for": Word("●", "but for", "without it alone, the finding is another"),
    "ness": Word(
        "◐", "necessary in a set", "a necessary element of some set of facts that is sufficient"
    ),
    "neither": Word("○", "neither", "no set of facts needs it for this finding"),
    "unsettled": Word("◌", "not settled", "the search was cut short before this was settled"),
}


@frozen
class Played:
    """The part a fact plays on one reading, and how the finding stands."""

    role: Role
    finding: str
