"""What is assumed of the record, and what it comes to in one sentence and in a list."""

from collections.abc import Iterable

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import ReadingId
from okin_lib.files.link import query
from okin_lib.files.link_code import encode
from okin_lib.instruments.statute.data import Statute
from okin_lib.page.badge import badge
from okin_lib.page.casing import capitalized
from okin_lib.page.changes import cards
from okin_lib.page.claims import RECORD
from okin_lib.page.passages import leaning, passages
from okin_lib.page.supposition import supposition
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import how_it_stands
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.difference import Difference, difference
from okin_lib.reasoning.lens import lens
from okin_lib.reasoning.posed import full_readings
from okin_lib.reasoning.types import Scenario


def bar(
    case: Case, readings: Iterable[ReadingId], supposed: Scenario, unread: bool, region: RegionId
) -> str:
    """Return the readings to choose from, the statute's switch, and the ways back.

    Parameters
    ----------
    unread
        Whether the page's address holds a code that could not be read: it is left there.
    """
    code, statute = encode(case, supposed), case.study(Statute)
    at_start = "" if supposed == RECORD else code
    return render(
        "lessons/disputed_bar",
        region=region,
        readings=[case.readings[key] for key in readings],
        chosen=full_readings(case, supposed),
        passages=lambda value: passages(case, value.because),
        fact=case.facts[statute.fact],
        statute=statute.label,
        on=statute.fact not in supposed.without,
        query=query(code),
        shown=None if unread else at_start,
    )


def headline(case: Case, supposed: Scenario) -> str:
    """Return in one sentence what is supposed, and what it changes."""
    told = capitalized(supposition(case, supposed).in_brief)
    if supposed == RECORD:
        matters = lens(case, supposed).matters
        varying = [matter for matter in matters if matter.varies]
        turning = [matter for matter in varying if matter.turning]
        turn = "turns" if len(turning) == 1 else "turn"
        return (
            f"{told}: {len(matters)} matters are disputed, {len(varying)} vary between the "
            f"accounts, and {len(turning)} of these {turn} a finding in this model."
        )
    found = changed(case, supposed)
    if not found.changes:
        return f"{told}: nothing changed, none of {found.total} findings."
    first, *others = cards(case, found.changes)
    more = f", and {len(others)} more" if others else ""
    return (
        f"{told}: {len(found.changes)} of {found.total} findings changed; {first.element.label} "
        f"for {first.parties} is {how_it_stands(case, first.now)}{more}."
    )


def changed(case: Case, supposed: Scenario) -> Difference:
    """Return what a scenario changes of the record."""
    return difference(case, analyze(case, RECORD), analyze(case, supposed))


def what_changed(case: Case, supposed: Scenario, region: RegionId) -> str:
    """Return each element that changed, for whom, and because of what."""
    found = changed(case, supposed)
    return render(
        "lessons/disputed_changed",
        region=region,
        alters=supposed != RECORD,
        supposed=f"{capitalized(supposition(case, supposed).in_brief)}.",
        count=len(found.changes),
        total=found.total,
        cards=cards(case, found.changes),
        badge=lambda finding: badge(case, finding),
        passages=lambda supports: passages(case, supports),
        leaning=lambda finding: leaning(case, finding),
    )
