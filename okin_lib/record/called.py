"""How a case names its sides, its text, and those who speak in it."""

from collections.abc import Mapping
from typing import Literal

from attrs import frozen

Side = Literal["plaintiff", "officers"]
Speaker = Literal["court", "precedent", "district-court", "argument"]
OTHER: Mapping[Side, Side] = {"plaintiff": "officers", "officers": "plaintiff"}
"""By side, the one against it."""
Role = Literal["plaintiff", "officer", "municipality", "private", "nonparty-officer"]


@frozen
class SideName:
    """How a side is named: ``id`` in data and codes, ``label`` on the page."""

    id: str
    label: str
    by_role: dict[Role, str] = {}
    """What it is called where a party of some other role answers for itself."""


OF_ANY_CASE: Mapping[Side, SideName] = {
    "plaintiff": SideName("plaintiff", "the plaintiff"),
    "officers": SideName("officers", "the officers", {"municipality": "the municipality"}),
}
"""How the sides are named where the case is not the one under study."""


@frozen
class Called:
    """The words of a case for its text and its decision; as given, those of a court's opinion."""

    text: str = "the opinion"
    decided: str = "The court decided only the full record"
    """What was decided, as a sentence begins that sets this model's inferences apart."""
    held: str = ""
    """How the decision is cited where no court made it."""
    speakers: dict[Speaker, str] = {}
    """Who speaks in the text, where that is not as usual."""

    @property
    def of_a_court(self) -> bool:
        """Whether a court decides on a motion: its words have weight, and it finds no facts."""
        return not self.held


AN_OPINION = Called()
