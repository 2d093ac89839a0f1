"""One party's case, as every question about it needs it."""

from collections.abc import Mapping

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.factors import Scope
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.outcome import Outcome
from okin_lib.reasoning.types import Readings


@frozen(eq=False)
class Hearing:
    """One party's case: the law, the readings, the situation, and the record's own.

    Attributes
    ----------
    party
        The party heard, or the first of several in like case; empty in a case of which this
        opinion held nothing.
    on_record
        Whether the facts and their date are exactly the record's.
    unmoved
        Ids of elements to which what is supposed beyond the record makes no difference, as
        the opinion states.
    whose
        Whose facts count.
    values
        Every factor's value in the situation; None if unknown.
    baseline
        Every factor's value on the record.
    settled
        Outcomes already found, by element id.
    officers
        The hearings of a municipality's officers.
    unstated
        Ids of elements on which the opinion does not say how the party's case came out.
    own_precedent
        Id of the precedent that the party's case itself became, if any.
    """

    case: Case
    party: str
    readings: Readings
    year: int
    on_record: bool
    whose: Scope
    situation: Situation
    values: Mapping[str, bool | None]
    baseline: Mapping[str, bool | None]
    settled: dict[str, Outcome]
    officers: tuple["Hearing", ...] = ()
    unmoved: frozenset[str] = frozenset()
    unstated: frozenset[str] = frozenset()
    own_precedent: str = ""

    def as_decided(self, element: str) -> bool:
        """Return whether what the court decided of the element is decided of this situation."""
        return self.on_record or element in self.unmoved
