"""The controls: facts by event, hypothetical facts, readings, and steps back."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.index import index
from okin_lib.views.page import render
from okin_lib.views.passages import passages


@lru_cache(maxsize=256)
def event_panel(
    case: Case, event: str, region: str, first: tuple[str, ...], off: frozenset[str], folded: bool
) -> str:
    """Return the facts of one event as checkboxes.

    Parameters
    ----------
    first
        The facts shown at once; the others are one step away.
    off
        The facts of this event that are off.
    folded
        Whether the whole event is one step away.
    """
    facts = {fact.id: fact for fact in case.record.facts if fact.event == event}
    return render(
        "event",
        case=case,
        event=next(e for e in case.record.events if e.id == event),
        region=region,
        first=[facts[key] for key in first],
        others=[fact for key, fact in facts.items() if key not in first],
        off=off,
        folded=folded,
    )


@lru_cache(maxsize=64)
def hypothetical_panel(
    case: Case, region: str, shown: tuple[str, ...], added: frozenset[str]
) -> str:
    """Return facts that are not in the record as checkboxes, each marked so."""
    facts = {fact.id: fact for fact in case.record.hypotheticals}
    return render("hypotheticals", region=region, facts=[facts[k] for k in shown], added=added)


def reading_panel(
    case: Case, region: str, shown: tuple[str, ...], chosen: Mapping[str, str]
) -> str:
    """Return the readings as radio buttons, each with the passage it stands on."""
    law = index(case)
    return render(
        "readings",
        region=region,
        readings=[law.readings[key] for key in shown],
        chosen=chosen,
        passages=lambda value, where: passages(case, value.because, where),
    )


def step_panel(
    case: Case,
    region: str,
    suppositions: Sequence[tuple[str, str]],
    chosen: Mapping[str, str],
    notice: str,
) -> str:
    """Return the buttons that go back, that change much at once, or that read as a court did.

    Parameters
    ----------
    suppositions
        Id and label of each change that is made in one step.
    notice
        What went wrong with the scenario that was asked for, if anything did.
    """
    return render(
        "steps",
        region=region,
        suppositions=suppositions,
        presets=case.doctrine.presets,
        chosen=chosen,
        notice=notice,
    )
