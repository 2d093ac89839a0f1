"""Exact three-valued logic: a question that meets an unknown is asked again both ways.

The burden of proof is the one thing that this cannot say: what a party must show fails where it
is unknown. A condition says so by ``shown``, which is never supposed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import field, frozen

from okin_lib.doctrine.factors import Condition, FactorId

Answer = TypeVar("Answer")

Met = bool | FactorId
"""An answer, or the first unknown that was met on the way to it."""


class Undetermined(Exception):
    """Raised when a question turns on a factor whose value is unknown."""

    def __init__(self, factor: FactorId) -> None:
        super().__init__(factor)
        self.factor = factor


@frozen(eq=False)
class Situation:
    """The factors of one party's situation: present, absent, or unknown (None)."""

    values: Mapping[FactorId, bool | None]
    """The factors that facts give rise to."""
    derived: Mapping[FactorId, Condition]
    """The factors that are conditions over others; never stored, so that an unknown below them
    is supposed once for all of them."""
    stated: Mapping[FactorId, bool] = {}
    """What is given of derived factors; the unknowns below them can only fall so."""
    before: "Situation | None" = None
    """The situation before anything was supposed, if anything is."""
    _shown: dict[Condition, bool] = field(init=False, factory=dict, repr=False)
    """What was found to be shown: every way for the unknowns to fall asks it of this situation."""

    @property
    def possible(self) -> bool:
        """Whether the unknowns can fall so that all that is stated is true."""
        if not self.stated:
            return True
        bare = Situation(self.values, self.derived, {}, self.before)
        return any(completions(lambda s: _bears_out(s, self.stated), bare))

    def ask(self, factor: FactorId) -> bool:
        """Return whether ``factor`` is present; raise `Undetermined` if that is unknown."""
        return _known(self.met(factor))

    def met(self, factor: FactorId) -> Met:
        """Return whether ``factor`` is present, or the first unknown on which that turns."""
        if factor in self.values:
            value = self.values[factor]
            return factor if value is None else value
        given = self.stated.get(factor)
        return _met(self.derived[factor], self) if given is None else given

    def value(self, factor: FactorId) -> bool | None:
        """Return the factor's value, None if it is unknown."""
        if factor not in self.derived and not self.stated:
            return self.values[factor]
        answers = set(completions(lambda situation: situation.ask(factor), self))
        return answers.pop() if len(answers) == 1 else None

    def supposing(self, factor: FactorId, value: bool) -> "Situation":
        """Return this situation with one unknown settled."""
        before = self.before or self
        return Situation({**self.values, factor: value}, self.derived, self.stated, before)

    def shows(self, condition: Condition) -> bool:
        """Return whether the condition is known to hold, before anything is supposed.

        Here what is stated is taken at its word. To ask which ways for the unknowns to fall would
        bear it out may come back to this very question.
        """
        start = self.before or self
        if condition not in start._shown:
            ways = completions(lambda s: holds(condition, s), start, lambda _: True)
            start._shown[condition] = all(ways)
        return start._shown[condition]

    def falls_in(self, way: "Situation") -> dict[FactorId, bool]:
        """Return how the unknowns fall that are supposed in ``way``."""
        return {
            factor: value
            for factor, value in way.values.items()
            if value is not None and self.values[factor] is None
        }

    def falling(self, falls: Mapping[FactorId, bool]) -> "Situation | None":
        """Return this situation with the unknowns fallen so, or None if they cannot."""
        for factor, value in falls.items():
            if self.values[factor] is (not value):
                return None
        found = Situation({**self.values, **falls}, self.derived, self.stated)
        return found if found.possible else None


def _bears_out(situation: Situation, stated: Mapping[FactorId, bool]) -> bool:
    return all(situation.ask(factor) is value for factor, value in stated.items())


def holds(condition: Condition, situation: Situation) -> bool:
    """Return whether the condition holds; raise `Undetermined` where that is unknown."""
    return _known(_met(condition, situation))


def _known(met: Met) -> bool:
    if met is True or met is False:
        return met
    raise Undetermined(met)


def _met(condition: Condition, situation: Situation) -> Met:
    """Whether the condition holds, or the first unknown on which that turns.

    Every part is asked before giving up: a later known part may decide. So unknowns are met far
    more often than they are raised, and to raise each takes most of the time of a fact pattern.
    """
    op = condition.op
    if op == "factor":
        return situation.met(condition.factor)
    if op == "not":
        inner = _met(condition.parts[0], situation)
        return not inner if inner is True or inner is False else inner
    if op == "shown":
        return situation.shows(condition.parts[0])
    decisive = op == "any"
    found: Met = not decisive
    for part in condition.parts:
        met = situation.met(part.factor) if part.op == "factor" else _met(part, situation)
        if met is decisive:
            return decisive
        if found is (not decisive):
            found = met
    return found


def completions(
    question: Callable[[Situation], Answer],
    situation: Situation,
    counts: Callable[[Situation], bool] = lambda supposed: supposed.possible,
) -> Iterator[Answer]:
    """Yield the answer in every way the unknowns that matter can fall.

    Only unknowns that the question meets are supposed, so a question that does not turn
    on an unknown has one answer.

    Parameters
    ----------
    counts
        Which ways count: those that do not belie what is stated, if not given.
    """
    try:
        answer = question(situation)
    except Undetermined as unknown:
        for value in (True, False):
            supposed = situation.supposing(unknown.factor, value)
            if counts(supposed):
                yield from completions(question, supposed, counts)
    else:
        yield answer


def unanimous(question: Callable[[Situation], Answer], situation: Situation) -> Answer | None:
    """Return the answer that holds whichever way the unknowns fall, or None."""
    return agreed(completions(question, situation))


def agreed(answers: Iterable[Answer | None]) -> Answer | None:
    """Return the one answer that all of ``answers`` are, or None."""
    found: Answer | None = None
    for answer in answers:
        if answer is None or (found is not None and answer != found):
            return None
        found = answer
    return found
