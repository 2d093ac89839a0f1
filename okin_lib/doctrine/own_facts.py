"""Facts of a learner's own: what each says, of whom, and the factors it gives rise to or defeats.

How a case comes to hold them is in `own_case`.
"""

from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.contradiction import Contradiction, contradictions, with_implied
from okin_lib.doctrine.factors import Factor, FactorId
from okin_lib.record.nearest import meant
from okin_lib.record.types import FactId, PartyId

LONGEST = 200
"""Characters of what one says."""
MARK = "yours: the record does not have it"

Effects = Mapping[FactorId, bool]
"""By factor, whether it is given rise to or defeated."""


class Unfit(ValueError):
    """A fact that a case cannot take in; the message says what to do."""


@frozen
class OwnFact:
    """A fact in a learner's words, and what it is to come to."""

    words: str
    concerns: tuple[PartyId, ...] = ()
    """Ids of the officers it is of; empty for all of them."""
    gives: tuple[FactorId, ...] = ()
    """Ids of the factors that it gives rise to."""
    defeats: tuple[FactorId, ...] = ()
    """Ids of the factors that it defeats."""

    @property
    def id(self) -> FactId:
        """The id: the same wherever the same is supposed."""
        said = repr((self.words, self.concerns, self.gives, self.defeats))
        return FactId(f"own-{sha256(said.encode()).hexdigest()[:12]}")

    @property
    def label(self) -> str:
        """What it says, marked as a learner's own."""
        return f"{self.words} ({MARK})"

    @property
    def chosen(self) -> dict[FactorId, bool]:
        """What it is said to do to factors."""
        return dict.fromkeys(self.gives, True) | dict.fromkeys(self.defeats, False)


def within_reach(case: Case) -> dict[FactorId, Factor]:
    """Return the factors that one more fact can give rise to, or defeat."""
    return {
        key: factor
        for key, factor in case.ascribed.items()
        if factor.arises.always is None and not factor.arises.undecided
    }


def effects(case: Case, fact: OwnFact) -> dict[FactorId, bool]:
    """Return what a fact does to factors: what is said of it, and what that is by definition."""
    within = within_reach(case)
    known = with_implied(case.doctrine.implied, fact.chosen)
    return {key: value for key, value in known.items() if key in within}


def fitting(case: Case, fact: OwnFact) -> OwnFact:
    """Return the fact.

    Raises
    ------
    Unfit
        If it is not one line that prints, does nothing, or what it does cannot be so; for an
        officer or a factor that the case does not have, or no fact gives rise to.
    """
    words, within = fact.words, within_reach(case)
    if not words.strip() or words != " ".join(words.split()) or not words.isprintable():
        raise Unfit("say the fact in words, on one line, in characters that can be printed")
    if len(words) > LONGEST:
        raise Unfit(f"a fact has at most {LONGEST} characters, not {len(words)}: shorten it")
    _refuse_unknown("officer", fact.concerns, [party.id for party in case.officers])
    _refuse_unknown("factor that a fact gives rise to", (*fact.gives, *fact.defeats), within)
    if not (fact.gives or fact.defeats):
        raise Unfit("choose at least one factor that it gives rise to, or defeats")
    if both := set(fact.gives) & set(fact.defeats):
        label = case.factors[min(both)].label
        raise Unfit(f"it cannot both give rise to “{label}” and defeat it: choose one")
    if amiss := next(_amiss(case, fact.chosen), None):
        raise Unfit(_why(case, amiss))
    return fact


def _refuse_unknown(kind: str, names: tuple[str, ...], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            near = meant(name[:LONGEST], sorted(known))
            raise Unfit(f"unknown {kind} {name[:LONGEST]!r}; {near}")


def _amiss(case: Case, chosen: Effects) -> Iterator[Contradiction]:
    """Yield what cannot be so, by the factors' definitions or because it never is in this case."""
    always = {
        key: each.arises.always
        for key, each in case.ascribed.items()
        if each.arises.always is not None
    }
    values = with_implied(case.doctrine.implied, chosen)
    return contradictions(case.doctrine.factors, {**values, **always})


def _why(case: Case, amiss: Contradiction) -> str:
    one, other = case.factors[amiss.factor].label, case.factors[amiss.other].label
    but = "with" if amiss.value else "without"
    return f"“{one}” cannot be {but} “{other}” ({amiss.because}): change one of them"
