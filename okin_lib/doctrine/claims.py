"""Claims, and what became of them on the record."""

from attrs import frozen

from okin_lib.doctrine.elements import Composition
from okin_lib.doctrine.readings import Under
from okin_lib.doctrine.statuses import Motion, OnAppeal
from okin_lib.record.types import PartyId, Support


@frozen
class Becomes:
    """What becomes of a claim, in words."""

    short: str
    verb: str
    """The same, as the end of a sentence on the claim."""
    plate: str
    """The same, in full."""
    ruling: str
    """What became of the motion, or why it stands so."""
    meaning: str = ""
    """What the words mean, where that needs saying."""


@frozen
class Claim:
    """A claim; ``parts`` is what must stand for it to survive the motion, if it is ruled on."""

    id: str
    label: str
    parts: Composition | None = None
    becomes: dict[Motion, Becomes] = {}
    """What becomes of it, in its own words, where no court rules on a motion."""


@frozen
class Ruling:
    """What became of a claim against a party on the record, under some readings."""

    claim: str
    parties: tuple[PartyId, ...]
    motion: Motion
    on_appeal: OnAppeal
    because: tuple[Support, ...]
    under: Under = {}
