"""Exact three-valued logic: a question that meets an unknown is asked again both ways.

The burden of proof is the one thing that this cannot say: what a party must show fails where it
is unknown. A condition says so by ``shown``, which is never supposed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import evolve, frozen

from okin_lib.doctrine.factors import Condition, FactorId

Answer = TypeVar("Answer")


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

    @property
    def possible(self) -> bool:
        """Whether the unknowns can fall so that all that is stated is true."""
        if not self.stated:
            return True
        bare = evolve(self, stated={})
        return any(completions(lambda s: _bears_out(s, self.stated), bare))

    def ask(self, factor: FactorId) -> bool:
        """Return whether ``factor`` is present; raise `Undetermined` if that is unknown."""
        if factor in self.stated:
            return self.stated[factor]
        condition = self.derived.get(factor)
        if condition is not None:
            return holds(condition, self)
        value = self.values[factor]
        if value is None:
            raise Undetermined(factor)
        return value

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
        return all(completions(lambda s: holds(condition, s), start, lambda _: True))

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
    match condition.op:
        case "factor":
            return situation.ask(condition.factor)
        case "not":
            return not holds(condition.parts[0], situation)
        case "shown":
            return situation.shows(condition.parts[0])
        case "all":
            return _decisive(condition, situation, False)
        case "any":
            return _decisive(condition, situation, True)


def _decisive(condition: Condition, situation: Situation, decisive: bool) -> bool:
    """Ask every part before giving up: a later known part may decide."""
    unknown: Undetermined | None = None
    for part in condition.parts:
        try:
            if holds(part, situation) is decisive:
                return decisive
        except Undetermined as missing:
            unknown = unknown or missing
    if unknown is not None:
        raise unknown
    return not decisive


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
