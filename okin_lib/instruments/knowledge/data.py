"""Who knew what, and how: per matter and officer, with the facts and the passage it rests on."""

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import FactId, PartyId, Support

Channel = Literal["present", "told", "inferred", "none"]


@frozen
class Ground:
    """By which channel a matter reached an officer, as far as these facts are on."""

    channel: Channel
    because: Support
    facts: tuple[FactId, ...] = ()
    """Any one of them is enough; empty only for what remains when no fact is on."""
    imputed: bool = False
    """Whether it would take imputing to the officer what others knew, which the opinion does
    not decide."""


@frozen
class Matter:
    """Something that could be known; ``otherwise`` is how it stands where no fact is left."""

    id: str
    label: str
    question: str
    page: str
    quote: str
    otherwise: Ground


@frozen
class Entry:
    """Grounds that these officers have on a matter, the first that stands first."""

    matter: str
    officers: tuple[PartyId, ...]
    grounds: tuple[Ground, ...]


@frozen
class Knowledge:
    """Every matter, and every officer's grounds; entries on the same follow one another."""

    matters: tuple[Matter, ...]
    entries: tuple[Entry, ...]


def _misnamed(found: Knowledge, case: Case) -> Iterator[Problem]:
    matters = [matter.id for matter in found.matters]
    officers = [party.id for party in case.record.parties if party.role == "officer"]
    facts = [fact.id for fact in case.record.facts]
    facts += [supposed.id for supposed in case.record.hypotheticals]
    yield from misnamed("matter", matters)
    for entry in found.entries:
        yield from unknown("matter", [entry.matter], matters)
        yield from unknown("officer", entry.officers, officers)
        for ground in entry.grounds:
            yield from unknown("fact", ground.facts, facts)
            if not ground.facts:
                remedy = "name them, or say it under the matter's otherwise"
                place = place_of(ground.because.quote)
                yield Problem(place, f"this ground of an officer has no facts: {remedy}")
    for matter in found.matters:
        for fact in matter.otherwise.facts:
            remedy = "remove it, or make it a ground of an officer"
            yield Problem(place_of(fact), f"'otherwise' stands without facts: {remedy}")


KNOWLEDGE = Study(
    Knowledge,
    "instruments/knowledge/data.yaml",
    _misnamed,
    {"grounds of knowledge": lambda found: sum(len(entry.grounds) for entry in found.entries)},
)
