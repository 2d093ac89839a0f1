"""How one element comes out, and how outcomes combine."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from attrs import evolve, field, frozen

from okin_lib.doctrine.elements import Composition
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.statuses import Grade, Kind, Status
from okin_lib.record.types import FactId, Side, Support

RANK: dict[Grade, int] = {"open": 0, "strong": 1, "decided": 2}
TRUTH: dict[Status, bool] = {"triable": True, "yes": True, "no-genuine-issue": False, "no": False}
WORDS: Mapping[tuple[Kind, bool | None], Status] = {
    ("fact", True): "triable",
    ("fact", False): "no-genuine-issue",
    ("fact", None): "open",
    ("law", True): "yes",
    ("law", False): "no",
    ("law", None): "open",
}
HELPS: dict[Status, Side] = {
    "triable": "plaintiff",
    "yes": "plaintiff",
    "no-genuine-issue": "officers",
    "no": "officers",
}


@frozen
class Outcome:
    """How an element comes out for one party, and by what authority."""

    status: Status
    grade: Grade
    lean: Side | None
    because: tuple[Support, ...]
    authority: str
    leaning: tuple[Support, ...] = ()
    """Why it leans as it does, each on the side that it leans to."""
    collective: bool = False
    considers: tuple[FactId, ...] = ()
    held: bool = False
    """Whether it rests on the court's own ruling, on the record or a fortiori."""
    beneath: bool | None = None
    """What the parts make of an element on which the court was silent."""
    divided: bool = False
    """Whether it is open only because an unknown can fall either way."""
    ways: tuple[tuple[Mapping[FactorId, bool], "Outcome"], ...] = field(
        default=(), eq=False, repr=False
    )
    """If it is, how the unknowns that it met can fall, and what comes of each way."""

    @property
    def truth(self) -> bool | None:
        """Whether the element holds; None where that is open or not stated."""
        return self.beneath if self.status == "not-stated" else TRUTH.get(self.status)


Outcomes = Mapping[Composition, Outcome]
"""How the ends of a composition come out."""


@frozen
class Weighed:
    """The truth of a composition, how firmly it stands, and which way it leans."""

    truth: bool | None
    grade: Grade
    lean: Side | None


def weakest(grades: Iterable[Grade]) -> Grade:
    """Return the least firm of the grades."""
    return min(grades, key=RANK.__getitem__)


def strongest(grades: Iterable[Grade]) -> Grade:
    """Return the firmest of the grades."""
    return max(grades, key=RANK.__getitem__)


def combine(op: Literal["all", "any"], parts: Sequence[Weighed]) -> Weighed:
    """Return the truth of the parts together; one decisive part settles it.

    Nothing at all settles nothing. What is open leans to a side if one open part that could
    settle it does so, or else if every open part does.
    """
    if not parts:
        return Weighed(None, "open", None)
    decisive = op == "any"
    deciding = [p for p in parts if p.truth is decisive]
    if deciding:
        return Weighed(decisive, strongest(p.grade for p in deciding), None)
    unknown = [p for p in parts if p.truth is None]
    if unknown:
        leans = [p.lean for p in unknown]
        settling: Side = "plaintiff" if decisive else "officers"
        return Weighed(None, "open", settling if settling in leans else _common(leans))
    return Weighed(not decisive, weakest(p.grade for p in parts), None)


def weigh(composition: Composition, outcomes: Outcomes) -> Weighed:
    """Return the truth of a composition, given the outcomes of its ends."""
    outcome = outcomes.get(composition)
    if outcome is not None:
        truth = outcome.truth
        return Weighed(truth, "open" if truth is None else outcome.grade, outcome.lean)
    if composition.op == "not":
        inner = weigh(composition.parts[0], outcomes)
        return evolve(inner, truth=None if inner.truth is None else not inner.truth)
    parts = [weigh(part, outcomes) for part in composition.parts if _reached(part, outcomes)]
    return combine("any" if composition.op == "any" else "all", parts)


def _reached(composition: Composition, outcomes: Outcomes) -> bool:
    """Whether a part is reached at all; one that is not takes no part in the composition."""
    outcome = outcomes.get(composition)
    return outcome is None or outcome.status != "not-reached"


def merge(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the one outcome of every way the unknowns can fall: open unless they agree.

    Where they do, what was held is the ground, if it is that of any: it supposes no unknown.
    """
    first = outcomes[0]
    if len(outcomes) == 1:
        return first
    if all(o.status == first.status for o in outcomes):
        lean = _common([o.lean for o in outcomes])
        firm = weakest(o.grade for o in outcomes)
        ground = next((o for o in outcomes if o.held), first)
        return evolve(ground, grade=firm, lean=lean, leaning=_leaning(outcomes, lean))
    lean = _common([o.lean if o.status == "open" else HELPS.get(o.status) for o in outcomes])
    # Where one way is itself argued on both sides, those are the arguments; else each way is one.
    argued = [o for o in outcomes if o.status == "open" and o.because] or outcomes
    return Outcome(
        status="open",
        grade="open",
        lean=lean,
        leaning=_leaning(outcomes, lean),
        because=tuple(dict.fromkeys(s for o in argued for s in _argued(o))),
        authority="+".join(dict.fromkeys(o.authority for o in outcomes)),
        considers=first.considers,
        divided=True,
    )


def _argued(outcome: Outcome) -> Iterator[Support]:
    """What supports one way for the unknowns to fall, as an argument of the side it helps."""
    for support in outcome.because:
        yield evolve(support, side=support.side or HELPS.get(outcome.status))


def _leaning(outcomes: Sequence[Outcome], lean: Side | None) -> tuple[Support, ...]:
    """Why any of the outcomes leans to the side to which all of them together do."""
    return tuple(dict.fromkeys(s for o in outcomes for s in o.leaning if s.side == lean))


def _common(leans: Sequence[Side | None]) -> Side | None:
    return leans[0] if len(set(leans)) == 1 else None
