"""What the opinion says of a case as such: what each posture asks, and where its rules end."""

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem
from okin_lib.record.types import Support

AskedPosture = Literal["pleading", "summary-judgment", "directed-verdict"]
LimitName = Literal["custody", "no-wrongdoer", "no-color-of-law"]


@frozen
class Silence:
    """Claims of which the opinion does not speak in a posture: nothing there is decided."""

    claims: tuple[str, ...]
    because: tuple[Support, ...]


@frozen
class PostureRule:
    """What a motion asks, and how its answers are said."""

    motion: str
    """What the motion is called."""
    asks: str
    """What true means, and how the court takes it."""
    statuses: dict[Literal["triable", "no-genuine-issue"], str]
    motions: dict[Literal["denied", "granted"], str]
    """What then becomes of the claim."""
    because: tuple[Support, ...]
    silent_on: Silence | None = None


@frozen
class Limit:
    """Something that can be said of a case, of which the opinion's rules do not speak."""

    because: tuple[Support, ...]
    claims: tuple[str, ...] = ()
    elements: tuple[ElementId, ...] = ()
    """What is then not stated: every element of these claims, and these."""


@frozen
class PrivateHarm:
    """The private harm of which the opinion speaks, and the passage by which it is no other."""

    kinds: tuple[FactorId, ...]
    because: Support


@frozen(eq=False)
class PatternLaw:
    """What the opinion says of another case as such."""

    postures: dict[AskedPosture, PostureRule]
    limits: dict[LimitName, Limit]
    of_a_wrongdoer: tuple[FactorId, ...]
    """The factors that are so only where a private person did the harm."""
    of_private_harm: PrivateHarm
    """Where a private person did the harm, it is of one of these kinds at the least."""


def not_stated(case: Case, limit: Limit) -> dict[ElementId, tuple[Support, ...]]:
    """Return the elements that are not stated where the limit holds, with the reasons."""
    return {
        key: limit.because
        for key, element in case.elements.items()
        if key in limit.elements or element.claim in limit.claims
    }


def _wrong(found: PatternLaw, case: Case) -> Iterator[Problem]:
    claims = [claim.id for claim in case.doctrine.claims]
    for posture in found.postures.values():
        if posture.silent_on:
            yield from unknown("claim", posture.silent_on.claims, claims)
    for limit in found.limits.values():
        yield from unknown("claim", limit.claims, claims)
        yield from unknown("element", limit.elements, case.elements)
    factors = (*found.of_a_wrongdoer, *found.of_private_harm.kinds)
    yield from unknown("factor", factors, case.factors)


PATTERNS = Study(PatternLaw, "doctrine/patterns.yaml", _wrong, {})
