"""What is found of this record in a row, party by party, and what it was on the record."""

from collections.abc import Iterable, Mapping

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.instruments.cases.data import AskedOfRecord
from okin_lib.instruments.cases.reason import Bearing, Borne, bearing
from okin_lib.page.ground import SILENT
from okin_lib.page.look import Seen
from okin_lib.page.passages import foremost, passages
from okin_lib.page.states import State, blocks
from okin_lib.page.tree import PRESENT
from okin_lib.page.words import listed, party_names
from okin_lib.record.types import NO_PARTY, PartyId, Support

NO_PASSAGES = Markup()


@frozen
class FoundAlike:
    """Parties of whom the same is found."""

    parties: str
    stands: str
    was: str
    """What it was on the record, where that is another."""
    source: Support
    """Its first reason."""
    passages: Markup
    """Its reasons; none where nothing is found, or where the answer has them."""
    other_ground: bool = False
    """Whether it is what it was, and other passages carry it."""
    together: bool = False
    """Whether the court found it of several as one."""


@frozen
class RecordAnswer:
    """An element or a factor, and how it stands for the parties."""

    id: str
    label: str
    groups: tuple[FoundAlike, ...]
    passages: Markup
    """What it is, where the groups have none of their own."""

    @property
    def moved(self) -> bool:
        """Whether it is otherwise than on the record for anyone."""
        return any(group.was or group.other_ground for group in self.groups)


@frozen
class Column:
    """All that is found at what is supposed, to be asked row by row."""

    seen: Seen
    states: Mapping[ElementId, tuple[State, ...]]
    bearing: Bearing

    @classmethod
    def of(cls, seen: Seen) -> "Column":
        """Return the column of the record at what is supposed."""
        found = blocks(seen.case, seen.analysis, seen.record)
        states = {row.id: row.states for block in found for row in block.rows}
        return cls(seen, states, bearing(seen.case, seen.scenario))

    def answers(self, sought: AskedOfRecord) -> tuple[RecordAnswer, ...]:
        """Return what answers a row; of claims that are not looked at, nothing."""
        asked = (key for key in sought.elements if key in self.states)
        return (*map(self._element, asked), *map(self._factor, sought.factors))

    def _element(self, key: ElementId) -> RecordAnswer:
        groups = tuple(self._found(key, state) for state in self.states[key])
        return RecordAnswer(key, self.seen.case.elements[key].label, groups, NO_PASSAGES)

    def _found(self, key: ElementId, state: State) -> FoundAlike:
        first = state.parties[0]
        because = self.seen.analysis.findings_of(first)[key].because
        told = () if state.status in SILENT else foremost(because)
        return FoundAlike(
            parties=self._named(state.parties),
            stands=state.badge,
            was=state.was.text if state.was else "",
            source=because[0],
            passages=passages(self.seen.case, told, first),
            other_ground=state.other_ground,
            together=state.collective,
        )

    def _factor(self, key: FactorId) -> RecordAnswer:
        factor = self.seen.case.factors[key]
        defined = Support(factor.definition, factor.page, factor.quote, factor.speaker)
        groups = tuple(self._borne(each, defined) for each in self.bearing[key])
        told = passages(self.seen.case, [defined], NO_PARTY)
        return RecordAnswer(key, factor.label, groups, told)

    def _borne(self, found: Borne, defined: Support) -> FoundAlike:
        was = PRESENT[found.was] if found.was != found.value else ""
        return FoundAlike(
            self._named(found.parties), PRESENT[found.value], was, defined, NO_PASSAGES
        )

    def _named(self, parties: Iterable[PartyId]) -> str:
        names = party_names(self.seen.case)
        return listed(names[party] for party in parties)
