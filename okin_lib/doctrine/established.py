"""Precedents that may be read together, and what is said with dates."""

from collections.abc import Iterator
from typing import Literal, get_args

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.precedents import Ratio
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Support

Answer = Literal["yes", "no", "open"]


@frozen
class Together:
    """Precedents that may be read together."""

    label: str
    """What doing so is called."""
    of: tuple[str, ...]
    """Ids of the precedents."""
    reads: tuple[str, ...]
    """The readings of precedent on which the court reads them so."""
    ratios: dict[str, Ratio]
    """By reading of precedent, what they then stand for."""


@frozen
class Wording:
    """How the question whether the right was established is put and answered on a page."""

    asked: str
    """The question, before its year or its question mark."""
    since: str
    """The question from when it was."""
    answers: dict[Answer, str]
    remark: str
    """What the question is, and what it says nothing of."""
    steps: str
    """What the steps beside constraint by single precedents are called."""
    start: str
    """What going back to the default reading of precedent is called."""


@frozen(eq=False)
class Establishing:
    """How law is established by more than one case, and by when; with what must be said."""

    wording: Wording
    together: Together
    together_notes: tuple[Support, ...]
    date_notes: tuple[Support, ...]


def _wrong(found: Establishing, case: Case) -> Iterator[Problem]:
    doctrine, together = case.doctrine, found.together
    precedents = {precedent.id: precedent for precedent in doctrine.precedents}
    for missing in set(get_args(Answer)) - found.wording.answers.keys():
        place = place_of(found.wording.asked)
        yield Problem(place, f"no words for the answer '{missing}': add them to the answers")
    yield from unknown("precedent", together.of, precedents)
    yield from unknown("reading of precedent", together.ratios, doctrine.relevant)
    yield from unknown("reading given a ratio", together.reads, together.ratios)
    cases = [precedents[name] for name in together.of if name in precedents]
    for reading, ratio in together.ratios.items():
        relevant = doctrine.relevant.get(reading, {}).get("plaintiff", ())
        common = [f for f in relevant if all(f in case.factors for case in cases)]
        if set(ratio.material) != set(common):
            remedy = f"they share {', '.join(common)}"
            yield Problem(place_of(reading), f"on '{reading}' the ratio is not shared: {remedy}")


ESTABLISHING = Study(Establishing, "doctrine/established.yaml", _wrong, {})
