"""The controls: facts by event, hypothetical facts, readings, and steps back."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.readings import ReadingId
from okin_lib.page.template import RegionId, render


# Each click asks for it, and few change it.
@lru_cache(maxsize=64)
def search_panel(
    case: Case,
    region: RegionId,
    words: str,
    element: ElementId,
    claims: tuple[str, ...],
    tally: str,
) -> str:
    """Return the choice of which facts are shown.

    Parameters
    ----------
    claims
        The claims whose elements can be chosen.
    tally
        How many facts are shown, in words.
    """
    elements = [
        (claim.label, [each for each in case.doctrine.elements if each.claim == claim.id])
        for claim in case.doctrine.claims
        if claim.id in claims
    ]
    return render(
        "instruments/board/search",
        region=region,
        words=words,
        element=element,
        elements=elements,
        tally=tally,
    )


def step_panel(
    case: Case,
    region: RegionId,
    suppositions: Sequence[tuple[str, str]],
    chosen: Mapping[ReadingId, str],
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
        "instruments/board/steps",
        region=region,
        suppositions=suppositions,
        presets=case.doctrine.presets,
        chosen=chosen,
        notice=notice,
    )
