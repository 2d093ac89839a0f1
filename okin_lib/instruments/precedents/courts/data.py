"""Why two courts differ: what each says, step by step."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Support


@frozen
class Court:
    """A court that decided the question; ``reading`` is its reading of precedent."""

    id: str
    label: str
    reading: str


@frozen
class Take:
    """What one court says at a step."""

    answer: str
    because: tuple[Support, ...]


@frozen
class Stage:
    """A step of the question; ``takes`` is by court."""

    id: str
    label: str
    takes: dict[str, Take]

    @property
    def parts(self) -> bool:
        """Whether the courts answer differently."""
        return len({take.answer for take in self.takes.values()}) > 1


@frozen(eq=False)
class Courts:
    """The courts, and the steps in the order in which they come."""

    courts: tuple[Court, ...]
    steps: tuple[Stage, ...]

    @property
    def parting(self) -> Stage:
        """The first step at which they part."""
        return next(step for step in self.steps if step.parts)


def _wrong(found: Courts, case: Case) -> Iterator[Problem]:
    courts = [court.id for court in found.courts]
    yield from misnamed("court", courts)
    yield from misnamed("step", [step.id for step in found.steps])
    readings = [court.reading for court in found.courts]
    yield from unknown("reading of precedent", readings, case.doctrine.relevant)
    for step in found.steps:
        yield from unknown("court", step.takes, courts)
        if missing := [court for court in courts if court not in step.takes]:
            remedy = f"say what {' and '.join(missing)} took it to be"
            yield Problem(place_of(step.id), f"'{step.id}' is not answered by all: {remedy}")
    if not any(step.parts for step in found.steps):
        remedy = "give the step at which they part"
        yield Problem(place_of(courts[0]), f"the courts never differ: {remedy}")


COURTS = Study(
    Courts,
    "instruments/precedents/courts/data.yaml",
    _wrong,
    {"steps of two courts compared": lambda found: len(found.steps)},
)
