"""The part that a fact plays in a finding, in a sign and words."""

from collections.abc import Mapping

from attrs import frozen

from okin_lib.page.words import Word
from okin_lib.reasoning.pivotal import Role

ROLE: Mapping[Role, Word] = {
    "but-for": Word(
        "●",
        "without it, another finding",
        "left out alone, it takes the case out of the court's decision, or out of the finding in "
        "this model; the field's term is a but-for fact",
    ),
    "ness": Word(
        "◐",
        "without it and others, another finding",
        "left out with certain others, and with none of them spared, it does the same; the "
        "field's term is a necessary element of a sufficient set",
    ),
    "neither": Word(
        "○", "with or without it, the same", "no set of facts needs it for this finding"
    ),
    "unsettled": Word("◌", "not settled", "the search was cut short before this was settled"),
}
NOT_COVERED = "without it, the court's decision no longer covers the case"


@frozen
class Played:
    """The part a fact plays on one reading, and how the finding stands."""

    role: Role
    finding: str
