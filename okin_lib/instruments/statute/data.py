"""What a statute does in the opinion, what it does not, and what is said of charges."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import FactId, Support


@frozen
class Job:
    """One use of the statute; ``accepted`` unless it was argued or is supposed, and fails."""

    id: str
    label: str
    because: tuple[Support, ...]
    elements: tuple[ElementId, ...] = ()
    """Ids of the elements that it bears on, or was argued to."""
    accepted: bool = True


@frozen
class Wish:
    """What is said of the complainant's wishes on one occasion."""

    id: str
    label: str
    said: tuple[FactId, ...]
    against: tuple[FactId, ...] = ()
    """Ids of the facts that say it, and of those that dispute or explain it; each fact says
    whose account it is."""


@frozen(eq=False)
class Statute:
    """A statute in the opinion."""

    label: str
    fact: FactId
    """Id of the fact of the record that switches it."""
    jobs: tuple[Job, ...]
    never: Job
    """The use that it does not have."""
    exception: Support
    charges: tuple[Wish, ...]
    charges_notes: tuple[Support, ...]


def _misnamed(found: Statute, case: Case) -> Iterator[Problem]:
    jobs = (*found.jobs, found.never)
    elements = [element.id for element in case.doctrine.elements]
    events = {fact.id: fact.event for fact in case.record.facts}
    yield from misnamed("job", [job.id for job in jobs])
    yield from misnamed("wish", [wish.id for wish in found.charges])
    yield from unknown("fact", [found.fact], events)
    for job in jobs:
        yield from unknown("element", job.elements, elements)
    for wish in found.charges:
        yield from unknown("fact", (*wish.said, *wish.against), events)
        if len({events.get(fact) for fact in wish.said}) != 1:
            remedy = "give each occasion its own entry"
            yield Problem(place_of(wish.id), f"'{wish.id}' is not about one event: {remedy}")


STATUTE = Study(
    Statute,
    "instruments/statute/data.yaml",
    _misnamed,
    {"uses of the statute": lambda found: len(found.jobs)},
)
