"""Elements: what a court must answer, and the authorities that decide it."""

from typing import Literal

from attrs import frozen

from okin_lib.doctrine.factors import Condition
from okin_lib.doctrine.readings import Under
from okin_lib.doctrine.statuses import Grade, Kind, Status
from okin_lib.record.types import Role, Side, Support


@frozen
class Authority:
    """One entry in the ordered list that decides an element; the first that covers, decides.

    Attributes
    ----------
    kind
        "holding": what the court held on the full record, and what follows a fortiori;
        "silence": the court ruled for these parties without saying how it saw this element;
        "rule": a rule the opinion states; "precedents": what precedent forces, or only
        where it forces this status, if one is given;
        "contested": reasonable readers differ.
    parties
        For whom the holding or silence was made; empty means anyone.
    under
        Readings it presupposes.
    when
        The situation it covers; empty means any.
    grade
        For a rule, its grade; for a holding, the most it can claim.
    collective
        Whether the court made the finding of several parties as one.
    considers
        Facts the court weighed here, though no factor of the element draws on them.
    """

    id: str
    kind: Literal["holding", "silence", "rule", "precedents", "contested"]
    because: tuple[Support, ...] = ()
    status: Status = "open"
    parties: tuple[str, ...] = ()
    under: Under = {}
    when: Condition | None = None
    grade: Grade = "decided"
    lean: Side | None = None
    collective: bool = False
    considers: tuple[str, ...] = ()


@frozen(cache_hash=True)
class Composition:
    """How an element's parts make it up.

    In YAML an element id, or one of ``all``, ``any``, ``not``; or ``officers``: the element
    as it stands for any one of a municipality's officers.
    """

    op: Literal["all", "any", "not", "officers", "element"]
    parts: tuple["Composition", ...] = ()
    element: str = ""


@frozen
class Gate:
    """When an element is not reached: under these readings, once an element stands so."""

    element: str
    status: tuple[Status, ...]
    because: tuple[Support, ...]
    under: Under = {}


@frozen(eq=False)
class Element:
    """A question the court must answer about a party.

    Attributes
    ----------
    kind
        A question of fact for the jury, or of law for the court.
    applies
        The roles of the parties of whom it is asked.
    favours
        Per side, the factors that help it on this element: the scale on which one
        situation is at least as strong as another.
    authorities
        In order. An element with ``parts`` falls back on its composition.
    composed
        For an element with parts, what supports each outcome of the composition.
    gates
        When the element is not reached.
    """

    id: str
    claim: str
    kind: Kind
    label: str
    question: str
    page: str
    quote: str
    applies: tuple[Role, ...] = ("officer",)
    favours: dict[Side, tuple[str, ...]] = {}
    authorities: tuple[Authority, ...] = ()
    parts: Composition | None = None
    composed: dict[str, tuple[Support, ...]] = {}
    gates: tuple[Gate, ...] = ()
