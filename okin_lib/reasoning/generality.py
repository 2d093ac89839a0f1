"""How general a right is: what a reader makes material, the rule that follows, what it governs."""

from collections.abc import Collection, Mapping

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.generality import Generality, Position
from okin_lib.doctrine.precedents import Precedent, Ratio
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.precedent import Holding, Stance, apart, stance_of
from okin_lib.reasoning.reach import Reach, decided, reach
from okin_lib.reasoning.rule_words import in_words
from okin_lib.reasoning.scenario import UnknownName
from okin_lib.record.types import Support

Ticks = Mapping[str, Collection[FactorId]]
"""Precedent id to its factors that the learner takes to be material."""


@frozen
class Rule:
    """A rule at some level of generality."""

    drawn_from: tuple[str, ...]
    """Ids of the precedents that it is drawn from."""
    material: tuple[FactorId, ...]
    words: str
    """The rule in a sentence."""
    reaches: tuple[Reach, ...]
    """Every decided case, then each situation asked about."""
    own_case_only: bool
    """Whether it governs no decided case but those it is drawn from."""
    because: tuple[Support, ...]
    """For a rule in which nothing is material: why it gives no notice, and what cuts the other
    way."""
    supposed: bool
    """Whether what is material to it is supposed, not stated in the opinion."""

    @property
    def gives_notice(self) -> bool:
        """Whether anything is material to it beyond what every case has (433)."""
        return bool(self.material)


@frozen
class Placed:
    """A named position, the rule that it makes, and the positions that are narrower."""

    position: Position
    rule: Rule
    narrower: tuple[str, ...]


def taken(case: Case, reader: str, ticks: Ticks) -> Stance:
    """Return the precedents as a learner takes them, who began from ``reader``.

    A precedent that is not among the ``ticks`` stays as that reader takes it. One of which
    nothing is ticked holds only the general rule, which forces nothing, though it was decided.

    Raises
    ------
    UnknownName
        For a precedent that holds for no plaintiff, or a factor that it does not have.
    """
    start = apart(case, reader)
    by_id = {holding.of[0].id: holding for holding in start.establishes}
    for name, material in ticks.items():
        by_id[name] = _holding(_precedent(case, name), material, by_id.get(name))
    ticked = [factor for holding in by_id.values() for factor in holding.ratio.material]
    plaintiff = tuple(dict.fromkeys((*start.relevant["plaintiff"], *ticked)))
    return evolve(
        start,
        relevant={**start.relevant, "plaintiff": plaintiff},
        establishes=tuple(by_id.values()),
    )


def as_read(case: Case, reader: str) -> Ticks:
    """Return what the reader takes to be material in each precedent that holds something."""
    return {h.of[0].id: h.ratio.material for h in apart(case, reader).establishes}


def rule(
    case: Case,
    precedent: str,
    ticked: Collection[FactorId],
    situations: Mapping[str, Situation],
    reader: str,
) -> Rule:
    """Return the rule that ``precedent`` stands for if the factors ``ticked`` are material.

    Parameters
    ----------
    situations
        Situations to put to the rule, by name.
    reader
        Id of the reading that says which factors for the officers matter at all.

    Raises
    ------
    UnknownName
        For a precedent that holds for no plaintiff, or a factor that it does not have.
    """
    usual = {holding.of[0].id: holding for holding in apart(case, reader).establishes}
    holding = _holding(_precedent(case, precedent), ticked, usual.get(precedent))
    return _rule(case, holding, situations, stance_of(case, reader))


def positions(case: Case, situations: Mapping[str, Situation]) -> tuple[Placed, ...]:
    """Return every named position, in the order of the data.

    One is narrower than another if all that the other makes material is material to it too,
    and more. Many are neither: it is a scale with branches, and no score.
    """
    found = case.study(Generality).positions
    rules = {position.id: _position(case, position, situations) for position in found}
    return tuple(
        Placed(
            position,
            rules[position.id],
            tuple(
                name
                for name, other in rules.items()
                if set(rules[position.id].material) < set(other.material)
            ),
        )
        for position in found
    )


def _position(case: Case, position: Position, situations: Mapping[str, Situation]) -> Rule:
    cases = tuple(_precedent(case, name) for name in position.drawn_from)
    reader = position.reading or case.defaults[case.doctrine.precedent_reading]
    ratio = _read_so(case, position) if position.reading else Ratio(position.material, ())
    shared = set.intersection(*(set(p.factors) for p in cases))
    holding = Holding(cases, ratio, shared)
    return _rule(case, holding, situations, stance_of(case, reader))


def _read_so(case: Case, position: Position) -> Ratio:
    """The ratio, on a court's reading, of the one case or of those that it reads together."""
    together, (name, *others) = case.doctrine.together, position.drawn_from
    ratios = together.ratios if others else case.precedents[name].establishes
    return ratios[position.reading]


def _rule(
    case: Case, holding: Holding, situations: Mapping[str, Situation], reading: Stance
) -> Rule:
    material = holding.ratio.material
    own = tuple(decision.id for decision in holding.of)
    # It governs the cases that it is drawn from, whatever is not stated of them.
    cases = tuple(
        Reach(p.id, "precedent", True, (), (), ())
        if p.id in own
        else reach(case, holding, reading, p.id, "precedent", decided(case, p))
        for p in case.doctrine.precedents
    )
    asked = tuple(
        reach(case, holding, reading, name, "situation", s) for name, s in situations.items()
    )
    return Rule(
        drawn_from=own,
        material=material,
        words=in_words(case, material),
        reaches=cases + asked,
        own_case_only=all(reach.of in own for reach in cases if reach.governs),
        because=() if material else case.study(Generality).general.because,
        supposed=holding.ratio.supposed,
    )


def _precedent(case: Case, name: str) -> Precedent:
    holding = {p.id: p for p in case.doctrine.precedents if p.establishes}
    if name not in holding:
        raise UnknownName("precedent for a plaintiff", name, holding)
    return holding[name]


def _holding(precedent: Precedent, ticked: Collection[FactorId], usual: Holding | None) -> Holding:
    for factor in ticked:
        if factor not in precedent.factors:
            raise UnknownName(f"factor of {precedent.id}", factor, precedent.factors)
    material = tuple(factor for factor in precedent.factors if factor in ticked)
    if usual is not None and set(usual.ratio.material) == set(material):
        return usual
    because = usual.ratio.because if usual else ()
    return Holding((precedent,), Ratio(material, because), precedent.factors)
