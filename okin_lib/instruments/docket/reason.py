"""How law grows: a docket of cases run under each order of the two prongs."""

from typing import Literal

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.established import Answer
from okin_lib.doctrine.precedents import Ratio
from okin_lib.instruments.docket.data import Docket, Docketed, Invented, Order
from okin_lib.reasoning.constraint import forced
from okin_lib.reasoning.factors import situation_of
from okin_lib.reasoning.precedent import Holding, Stance, apart
from okin_lib.reasoning.rule_words import in_words

Winner = Literal["plaintiff", "officers", "open", "not-stated"]

_WON: dict[str, Winner] = {"denied": "plaintiff", "granted": "officers"}
_WINS: dict[Answer, Winner] = {"yes": "plaintiff", "no": "officers", "open": "open"}
_REACHES: dict[Answer, bool | None] = {"yes": True, "no": False, "open": None}


@frozen
class Ran:
    """What became of a case on the docket, under one order of the prongs."""

    id: str
    label: str
    invented: bool
    """Whether the case is invented; it is marked so wherever it shows."""
    year: int
    wins: Winner
    """Who wins on immunity: for a decided case, as the opinion gives it."""
    reached: bool | None
    """Whether the court said whether there was a violation; None if that is open."""
    law: str
    """The rule that it leaves for later conduct, in words; empty if none."""
    by: tuple[str, ...]
    """Ids of the cases that decide an invented one."""


@frozen
class _Decision:
    """An invented case, once decided."""

    id: str
    name: str
    year: int
    violation: str
    binding: bool = True


@frozen
class _Law:
    """What the docket has left so far."""

    certain: Stance
    """As the cases leave it for certain."""
    possible: Stance
    """With the cases besides of which it is open whether they left any."""

    def with_holding(self, holding: Holding, certain: bool | None) -> "_Law":
        """Return the law with a holding more, which is certain, only possible (None), or not."""
        if certain is False:
            return self
        return _Law(
            _more(self.certain, holding) if certain else self.certain,
            _more(self.possible, holding),
        )

    def with_denial(self, denial: Holding) -> "_Law":
        """Return the law with a denial more."""
        one, other = self.certain, self.possible
        return _Law(
            evolve(one, denies=(*one.denies, denial)),
            evolve(other, denies=(*other.denies, denial)),
        )


def run(case: Case, order: Order, reader: str) -> tuple[Ran, ...]:
    """Return what becomes of each case on the docket, in order of decision.

    A court that takes the violation first says what the law is, though it may grant immunity;
    one that asks first whether the right was established, and finds that it was not, stops
    there and leaves nothing.
    """
    docket = case.study(Docket)
    left = _before(case, docket, reader)
    found = []
    for each in _by_year(case, docket):
        if isinstance(each, Invented):
            ran, left = _invented(case, each, order, left)
        else:
            ran, left = _decided(case, each, order, left)
        found.append(ran)
    return tuple(found)


def splits(case: Case, reader: str) -> frozenset[str]:
    """Return the ids of the cases won under one order and lost under the other."""
    pairs = zip(
        run(case, "violation-first", reader), run(case, "established-first", reader), strict=True
    )
    return frozenset(
        one.id for one, other in pairs if {one.wins, other.wins} == {"plaintiff", "officers"}
    )


def _by_year(case: Case, docket: Docket) -> list[Docketed | Invented]:
    cases: list[Docketed | Invented] = [*docket.decided, *docket.invented]
    return sorted(
        cases,
        key=lambda each: (
            each.year if isinstance(each, Invented) else case.precedents[each.precedent].year
        ),
    )


def _before(case: Case, docket: Docket, reader: str) -> _Law:
    """The law of the precedents that are not on the docket."""
    on_docket = {each.precedent for each in docket.decided}
    start = apart(case, reader)
    outside = evolve(
        start,
        establishes=tuple(h for h in start.establishes if h.of[0].id not in on_docket),
        denies=tuple(h for h in start.denies if h.of[0].id not in on_docket),
    )
    return _Law(outside, outside)


def _decided(case: Case, each: Docketed, order: Order, left: _Law) -> tuple[Ran, _Law]:
    precedent = case.precedents[each.precedent]
    reader = left.certain.reader
    reached = order == "violation-first" or precedent.immunity != "granted"
    as_left = precedent if reached else evolve(precedent, violation="not-stated")
    ratio = precedent.establishes.get(reader)
    if ratio is not None:
        left = left.with_holding(Holding((as_left,), ratio, precedent.factors), reached)
    if reader in precedent.denies:
        denial = Holding((as_left,), precedent.denies[reader], precedent.factors)
        left = left.with_denial(denial)
    return (
        Ran(
            id=precedent.id,
            label=each.label,
            invented=False,
            year=precedent.year,
            wins=_WON.get(precedent.immunity, "not-stated"),
            reached=reached,
            law=in_words(case, ratio.material) if ratio and reached else "",
            by=(),
        ),
        left,
    )


def _invented(case: Case, each: Invented, order: Order, left: _Law) -> tuple[Ran, _Law]:
    answer, by = _answer(case, each, left)
    reached = True if order == "violation-first" else _REACHES[answer]
    relevant = left.certain.relevant
    seen = (*relevant["plaintiff"], *relevant["officers"])
    ratio = Ratio(tuple(factor for factor in each.material if factor in seen), ())
    decision = _Decision(each.id, each.label, each.year, "yes")
    ran = Ran(
        id=each.id,
        label=each.label,
        invented=True,
        year=each.year,
        wins=_WINS[answer],
        reached=reached,
        law=in_words(case, ratio.material) if reached else "",
        by=by,
    )
    return ran, left.with_holding(Holding((decision,), ratio, each.factors), reached)


def _answer(case: Case, each: Invented, left: _Law) -> tuple[Answer, tuple[str, ...]]:
    """What the law left so far makes of the case, whether or not the possible law is law."""
    # Any factor that it is not given is absent, but for those that sum up others.
    given = dict.fromkeys(case.ascribed, False) | dict.fromkeys(each.factors, True)
    facing = situation_of(case, given)
    certain = forced(case, facing, left.certain, each.conduct)
    possible = forced(case, facing, left.possible, each.conduct)
    if certain.answer != possible.answer:
        return "open", ()
    return certain.answer, tuple(decision.id for decision in certain.by)


def _more(taken: Stance, holding: Holding) -> Stance:
    return evolve(taken, establishes=(*taken.establishes, holding))
