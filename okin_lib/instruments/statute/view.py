"""The statute: its jobs, its exception, and what is said of charges."""

from collections.abc import Iterable

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.statute.data import Job, Statute, Wish
from okin_lib.page.passages import passage, passages
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import day
from okin_lib.reasoning.posed import Posed, Presence, pose
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import NO_PARTY, Fact, FactId


@frozen
class Use:
    """A job as it is shown: whether the court has the statute do it, where, and on what words."""

    id: str
    label: str
    served: str
    accepted: bool
    elements: tuple[str, ...]
    pages: tuple[str, ...]
    passages: Markup


@frozen
class WishShown:
    """One occasion as it is shown: each account with whether it is on."""

    label: str
    day: str
    said: tuple[tuple[Fact, Presence], ...]
    against: tuple[tuple[Fact, Presence], ...]


def statute_study(case: Case, scenario: Scenario, region: RegionId) -> str:
    """Return what the statute does in the opinion, and what it does not."""
    found, posed = case.study(Statute), pose(case, scenario)
    return render(
        "instruments/statute/statute",
        case=case,
        region=region,
        statute=found,
        how=posed.presence[found.fact],
        uses=[
            *(
                _use(case, job, "yes" if job.accepted else "no: argued, and rejected")
                for job in found.jobs
            ),
            _use(case, found.never, "no: never its job"),
        ],
        exception=passage(case, found.exception, NO_PARTY),
        occasions=[_occasion(posed, wish) for wish in found.charges],
        notes=passages(case, found.charges_notes, NO_PARTY),
    )


def _use(case: Case, job: Job, served: str) -> Use:
    elements = case.elements
    return Use(
        id=job.id,
        label=job.label,
        served=served,
        accepted=served == "yes",
        elements=tuple(elements[key].label for key in job.elements),
        pages=tuple(dict.fromkeys(each.page for each in job.because)),
        passages=passages(case, job.because, NO_PARTY),
    )


def _occasion(posed: Posed, wish: Wish) -> WishShown:
    facts, presence = posed.case.facts, posed.presence

    def accounts(keys: Iterable[FactId]) -> tuple[tuple[Fact, Presence], ...]:
        return tuple((facts[key], presence[key]) for key in keys)

    return WishShown(
        label=wish.label,
        day=day(posed.case.events[facts[wish.said[0]].event].date),
        said=accounts(wish.said),
        against=accounts(wish.against),
    )
