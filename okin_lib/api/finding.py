"""How one element stands for one party, what becomes of one motion, and the reasons."""

from collections.abc import Mapping

from attrs import field, frozen

from okin_lib.api.shown import Record, Shown, part
from okin_lib.doctrine.case import Case
from okin_lib.page import words
from okin_lib.page.outcomes import ruled
from okin_lib.page.sides import argued
from okin_lib.reasoning import types
from okin_lib.record.types import PartyId, Side, Support

Names = Mapping[PartyId, str]


@frozen(repr=False)
class Reason(Shown):
    """A reason, with the passage it stands on."""

    text: str
    """It in the model's own words, and whose argument it is, if it is one's."""
    page: str
    quote: str
    """The passage, verbatim."""
    speaker: str
    """Whose words the quotation is: this or another court's, a precedent's, or a party's."""
    weight: str
    """What the passage is in the opinion: holding, reasoning, dictum or background."""
    side: str
    """The id of the side whose argument it is; empty if it is no one's."""

    def to_record(self) -> Record:
        """Return it as a row."""
        return {
            "text": self.text,
            "page": self.page,
            "quote": self.quote,
            "speaker": self.speaker,
            "weight": self.weight,
            "side": self.side,
        }

    def __str__(self) -> str:
        return f"{self.text}\n  {self.page}: “{self.quote}” ({self.speaker}; {self.weight})"

    def _repr_html_(self) -> str:
        return part("reasons", reasons=[self])


@frozen(repr=False)
class Finding(Shown):
    """How one element stands for one party."""

    claim: str
    element: str
    party: str
    status: str
    grade: str
    """How firmly: ``decided``, ``strong`` or ``open``."""
    lean: str
    """The id of the side that an open finding leans to; empty if to none."""
    because: tuple[Reason, ...]
    leaning: tuple[Reason, ...]
    """Why it leans as it does."""
    facts: tuple[str, ...]
    """Ids of the facts it rests on, in the order of the record."""
    factors: tuple[tuple[str, bool | None], ...]
    """Ids of the factors it turned on, with their value; None if that is unknown."""
    said: str = field(eq=False)
    """It in words: the element, the party, and how it stands."""

    def to_record(self) -> Record:
        """Return it as a row, without its reasons."""
        return {
            "claim": self.claim,
            "element": self.element,
            "party": self.party,
            "status": self.status,
            "grade": self.grade,
            "lean": self.lean,
            "facts": len(self.facts),
        }

    def __str__(self) -> str:
        return "\n".join([self.said, *map(str, (*self.because, *self.leaning))])

    def _repr_html_(self) -> str:
        return part("finding", said=self.said, reasons=[*self.because, *self.leaning])


@frozen(repr=False)
class Disposition(Shown):
    """What becomes of the motion on one claim against one party."""

    claim: str
    party: str
    motion: str
    on_appeal: str
    grade: str
    because: tuple[Reason, ...]
    said: str = field(eq=False)
    """It in words: the claim, the party, and what becomes of the motion."""

    def to_record(self) -> Record:
        """Return it as a row, without its reasons."""
        return {
            "claim": self.claim,
            "party": self.party,
            "motion": self.motion,
            "on_appeal": self.on_appeal,
            "grade": self.grade,
        }

    def __str__(self) -> str:
        return "\n".join([self.said, *map(str, self.because)])

    def _repr_html_(self) -> str:
        return part("finding", said=self.said, reasons=self.because)


def finding_of(case: Case, found: types.Finding, names: Names) -> Finding:
    """Return a finding of the model as its public value; ``names`` are the parties'."""
    label, name = case.elements[found.element].label, names[found.party]
    return Finding(
        claim=found.claim,
        element=found.element,
        party=found.party,
        status=found.status,
        grade=found.grade,
        lean=side_id(case, found.lean),
        because=tuple(reason_of(case, each, found.party) for each in found.because),
        leaning=tuple(reason_of(case, each, found.party, leaning=True) for each in found.leaning),
        facts=found.facts,
        factors=tuple((str(key), value) for key, value in found.factors),
        said=f"{label}, {name}: {words.graded(case, found)}",
    )


def disposition_of(case: Case, found: types.Disposition, names: Names) -> Disposition:
    """Return what becomes of a motion as its public value, named as `finding_of` does."""
    label, name = case.claims[found.claim].label, names[found.party]
    return Disposition(
        claim=found.claim,
        party=found.party,
        motion=found.motion,
        on_appeal=found.on_appeal,
        grade=found.grade,
        because=tuple(reason_of(case, each, found.party) for each in found.because),
        said=f"{label}, {name}: {ruled(case, found)}",
    )


def reason_of(case: Case, support: Support, party: PartyId, leaning: bool = False) -> Reason:
    """Return a reason of the model, as it is given of a party, as its public value."""
    return Reason(
        text=argued(case, support, party, leaning) + support.text,
        page=support.page,
        quote=support.quote,
        speaker=words.whose_words(case, support.speaker),
        weight=support.weight,
        side=side_id(case, support.side),
    )


def side_id(case: Case, side: Side | None) -> str:
    """Return the id of a side as the case has it; nothing for none."""
    return "" if side is None else case.record.sides[side].id
