"""Elements: what a court must answer, and the authorities that decide it."""

from functools import cached_property
from typing import Literal, NewType

from attrs import evolve, frozen

from okin_lib.doctrine.factors import Condition, FactorId
from okin_lib.doctrine.readings import Under
from okin_lib.doctrine.statuses import Grade, Kind, Status
from okin_lib.record.types import FactId, PartyId, Role, Side, Speaker, Support

ElementId = NewType("ElementId", str)
NO_ELEMENT = ElementId("")


@frozen
class Lean:
    """The side that a passage favours on a point it does not decide."""

    side: Side
    because: Support

    @cached_property
    def argument(self) -> tuple[Support, ...]:
        """The passage, as an argument of that side."""
        return (evolve(self.because, side=self.side),)


@frozen
class Authority:
    """One entry in the ordered list that decides an element; the first that covers, decides."""

    id: str
    kind: Literal["holding", "silence", "rule", "precedents", "contested"]
    """Whence it is: a "holding" on the full record, with what follows a fortiori; a "silence",
    where the court ruled for these parties without saying how it saw this element; a "rule" that
    the opinion states; "precedents", for what they force, or only where they force this status,
    if one is given; "contested", where reasonable readers differ.
    """
    because: tuple[Support, ...] = ()
    status: Status = "open"
    parties: tuple[PartyId, ...] = ()
    """For whom the holding or silence was made; empty means anyone."""
    under: Under = {}
    """Readings it presupposes."""
    when: Condition | None = None
    """The situation it covers; empty means any."""
    after: tuple[str, ...] = ()
    """Ids of the precedents that must have been decided before the conduct."""
    grade: Grade = "decided"
    """For a rule, its grade; for a holding, the most it can claim."""
    lean: Lean | None = None
    """For a point that is contested, the side that the opinion favours, and why."""
    for_all: bool = False
    """For a rule that is "decided": whether the opinion states it of any defendant, so that it
    decides for one it names, too."""
    adduced: bool = False
    """For a rule on what evidence must be adduced, whether it says nothing of a pleading."""
    collective: bool = False
    """Whether the court made the finding of several parties as one."""
    considers: tuple[FactId, ...] = ()
    """Facts the court weighed here, though no factor of the element draws on them."""

    @property
    def held(self) -> bool:
        """Whether the court said it of this case, or said nothing there."""
        return self.kind in ("holding", "silence")


@frozen(cache_hash=True)
class Composition:
    """How an element's parts make it up.

    In YAML an element id, or one of ``all``, ``any``, ``not``; or ``officers``: the element
    as it stands for any one of a municipality's officers.
    """

    op: Literal["all", "any", "not", "officers", "element"]
    parts: tuple["Composition", ...] = ()
    element: ElementId = NO_ELEMENT


@frozen
class Gate:
    """When an element is not reached: under these readings, once an element stands so."""

    element: ElementId
    status: tuple[Status, ...]
    because: tuple[Support, ...]
    under: Under = {}


@frozen(eq=False)
class Element:
    """A question the court must answer about a party."""

    id: ElementId
    claim: str
    kind: Kind
    """A question of fact for the jury, or of law for the court."""
    label: str
    question: str
    page: str
    quote: str
    speaker: Speaker = "court"
    """Whose words the quotation is."""
    applies: tuple[Role, ...] = ("officer",)
    """The roles of the parties of whom it is asked."""
    short: str = ""
    """What it is called where room is scarce, if not by its label."""
    negated: dict[Status, str] = {}
    """What an answer is called where a claim needs the element not to hold: no negation is
    negated there."""
    favours: dict[Side, tuple[FactorId, ...]] = {}
    """Per side, the factors that help it on this element: the scale on which one situation is at
    least as strong as another.
    """
    authorities: tuple[Authority, ...] = ()
    """In order. An element with ``parts`` falls back on its composition."""
    parts: Composition | None = None
    composed: dict[str, tuple[Support, ...]] = {}
    """For an element with parts, what supports each outcome of the composition."""
    gates: tuple[Gate, ...] = ()
    """When the element is not reached."""
