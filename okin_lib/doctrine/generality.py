"""How a rule is put in words, and the positions that courts took on how general it is."""

from collections.abc import Iterable, Iterator
from string import Formatter
from typing import Literal

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.law import Doctrine
from okin_lib.doctrine.precedents import Precedent
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Speaker, Support


@frozen
class RulePart:
    """A part of a rule's sentence; ``around`` has ``{}`` where the clauses go."""

    id: str
    otherwise: str
    around: str


@frozen
class Clause:
    """The words that a material factor contributes to a part of the sentence."""

    part: str
    words: str


@frozen
class General:
    """The rule in which nothing is material, and what is said for and against its notice."""

    rule: str
    because: tuple[Support, ...]
    remark: str
    """Why it is too general, before the reasons."""


@frozen
class Position:
    """A formulation of the right, as the opinion has or quotes it."""

    id: str
    label: str
    drawn_from: tuple[str, ...]
    """Ids of the precedents that it is drawn from."""
    page: str
    quote: str
    established: Literal["yes", "no", "open", "not-said"]
    """Whether the opinion says that the right so put was established at the time of the events."""
    because: tuple[Support, ...]
    """Where it says so, or why it does not."""
    arguments: tuple[Support, ...]
    """The best argument of each side."""
    speaker: Speaker = "court"
    material: tuple[FactorId, ...] = ()
    """The factors that it makes material."""
    reading: str = ""
    """Id of the reading of precedent that gives the material factors instead."""
    says: str = ""
    """What the opinion says of it in a sentence, where that is neither a yes nor a no."""


@frozen
class Clarity:
    """A general rule that may apply with obvious clarity, and what is said for and against."""

    title: str
    label: str
    """What showing it is called."""
    position: str
    """Id of the position that states it."""
    because: tuple[Support, ...]


@frozen(eq=False)
class Generality:
    """The words of rules, the general rule, the rule of clarity, and the named positions."""

    parts: tuple[RulePart, ...]
    clauses: dict[FactorId, Clause]
    general: General
    clarity: Clarity
    positions: tuple[Position, ...]


def _wrong(found: Generality, case: Case) -> Iterator[Problem]:
    doctrine = case.doctrine
    parts = [part.id for part in found.parts]
    yield from misnamed("part", parts)
    positions = [position.id for position in found.positions]
    yield from misnamed("position", positions)
    yield from unknown("position", [found.clarity.position], positions)
    for part in found.parts:
        fields = [field for _, field, _, _ in Formatter().parse(part.around)]
        if [field for field in fields if field is not None] != [""]:
            remedy = "put it where the clauses go"
            yield Problem(place_of(part.around), f"'{part.around}' must have {{}} once: {remedy}")
    yield from unknown("factor", found.clauses, [factor.id for factor in doctrine.factors])
    yield from unknown("part", [clause.part for clause in found.clauses.values()], parts)
    yield from _without_words(found, doctrine.precedents)
    for position in found.positions:
        yield from _position(position, doctrine)


def _without_words(found: Generality, precedents: Iterable[Precedent]) -> Iterator[Problem]:
    for factor in dict.fromkeys(factor for p in precedents for factor in p.factors):
        if factor not in found.clauses:
            place = place_of(found.general.rule)
            yield Problem(place, f"no words for the factor '{factor}': add it to the clauses")


def _position(position: Position, doctrine: Doctrine) -> Iterator[Problem]:
    precedents = {precedent.id: precedent for precedent in doctrine.precedents}
    yield from unknown("precedent", position.drawn_from, precedents)
    for name in position.drawn_from:
        if name in precedents:
            yield from unknown(f"factor of {name}", position.material, precedents[name].factors)
    if position.reading:
        yield from unknown("reading of precedent", [position.reading], doctrine.relevant)
    if bool(position.reading) == bool(position.material):
        remedy = "give one of material and reading"
        yield Problem(place_of(position.id), f"'{position.id}' has no factors, or two: {remedy}")
    elif position.reading and not _one_ratio(position, doctrine):
        remedy = "draw it from one that has a ratio on it, or from those that are read together"
        yield Problem(place_of(position.id), f"'{position.id}' has not one ratio: {remedy}")
    if (position.established in ("yes", "no")) == bool(position.says):
        remedy = "say in a sentence what is neither a yes nor a no, and nothing else"
        said = f"'{position.id}' is '{position.established}': {remedy}"
        yield Problem(place_of(position.id), said)
    if {argument.side for argument in position.arguments} != {"plaintiff", "officers"}:
        remedy = "give the best argument of each, and say whose it is"
        yield Problem(place_of(position.id), f"'{position.id}' has not both sides: {remedy}")


def _one_ratio(position: Position, doctrine: Doctrine) -> bool:
    if position.drawn_from == doctrine.together.of:
        return position.reading in doctrine.together.ratios
    own = {p.id: p.establishes for p in doctrine.precedents}
    return [position.reading in own.get(name, {}) for name in position.drawn_from] == [True]


GENERALITY = Study(
    Generality,
    "doctrine/generality.yaml",
    _wrong,
    {"formulations of the right": lambda found: len(found.positions)},
)
