"""Claims, and what became of them on the record."""

from attrs import frozen

from okin_lib.doctrine.elements import Composition
from okin_lib.doctrine.readings import Under
from okin_lib.doctrine.statuses import Motion, OnAppeal
from okin_lib.record.types import PartyId, Support


@frozen
class Claim:
    """A claim; ``parts`` is what must stand for it to survive the motion, if it is ruled on."""

    id: str
    label: str
    parts: Composition | None = None


@frozen
class Ruling:
    """What became of a claim against a party on the record, under some readings."""

    claim: str
    parties: tuple[PartyId, ...]
    motion: Motion
    on_appeal: OnAppeal
    because: tuple[Support, ...]
    under: Under = {}
