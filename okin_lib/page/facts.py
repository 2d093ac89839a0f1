"""Facts as checkboxes: those of an event, and those that are not in the record."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.page.template import RegionId, render
from okin_lib.record.types import Fact, FactId


# A click changes the facts of one event: without this, any click takes twice as long.
@lru_cache(maxsize=512)
def event_panel(
    case: Case,
    event: str,
    region: RegionId,
    first: tuple[FactId, ...],
    off: frozenset[FactId],
    unfolded: frozenset[str],
    found: frozenset[FactId] | None = None,
    held: tuple[FactId, ...] = (),
) -> str:
    """Return the facts of one event as checkboxes.

    Parameters
    ----------
    first
        The facts shown at once; the others are to be asked for.
    off
        The facts of this event that are off.
    unfolded
        Which need not be asked for: the event, by its id, and `more_of` it.
    found
        The facts that a search found, which are then the only ones, all shown at once.
    held
        The facts that are not shown.
    """
    its = [f for f in case.record.facts if f.event == event and f.id not in held]
    foremost = first if found is None else found
    return render(
        "page/event",
        case=case,
        event=case.events[event],
        region=region,
        first=sorted((f for f in its if f.id in foremost), key=_as_listed(first)),
        others=[fact for fact in its if fact.id not in first] if found is None else [],
        off=off,
        found=found is not None,
        more=more_of(event),
        unfolded=unfolded,
        item=_fact,
    )


def more_of(event: str) -> str:
    """Return the id of what holds the facts of an event that are not shown at once."""
    return f"more-{event}"


# Of an event's facts a click changes one.
@lru_cache(maxsize=1024)
def _fact(case: Case, fact: Fact, on: bool) -> Markup:
    summed = [case.facts[key].label for key in fact.drawn_from]
    return render("page/fact", case=case, fact=fact, on=on, summed=summed)


def _as_listed(first: Sequence[FactId]) -> Callable[[Fact], int]:
    """The order of ``first``; those that are not in it come after, as they are."""
    return lambda fact: first.index(fact.id) if fact.id in first else len(first)


# Each click asks for it, and few change it.
@lru_cache(maxsize=64)
def hypothetical_panel(
    case: Case,
    region: RegionId,
    shown: tuple[FactId, ...],
    added: frozenset[FactId],
    found: frozenset[FactId] | None,
    unfolded: bool,
) -> str:
    """Return facts that are not in the record as checkboxes, each marked so.

    Parameters
    ----------
    unfolded
        Whether they are shown, where no search found them.
    """
    kept = [case.hypotheticals[key] for key in shown if found is None or key in found]
    return render(
        "page/hypotheticals",
        region=region,
        facts=kept,
        added=added,
        folded=found is None,
        unfolded=unfolded,
    )
