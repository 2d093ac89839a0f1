"""Wherever a finding is open both sides argue: as long, as well sourced, never on one passage.

A test counts; whether an argument is as good, a person reads.
"""

from collections.abc import Iterator

import pytest

from okin_lib.instruments.board.in_lesson import Shortcut
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.library import plans
from okin_lib.lessons.misconceptions import Misconceptions
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import preset, scenario
from okin_lib.reasoning.types import Finding, Scenario
from okin_lib.record.checks import walk
from okin_lib.record.types import Support

CASE = load_case()
LONGER, MORE = 2, 1
"""How many times as long, and by how many more passages, one side may argue."""

Argued = tuple[tuple[Support, ...], tuple[Support, ...]]


def supposed() -> Iterator[Scenario]:
    """What the lessons suppose by name; each fact left out, each added, each reading and year."""
    yield scenario(CASE)
    of_the_case = [plan for plan in plans() if not getattr(plan, "case", "")]
    for each in (each for plan in of_the_case for each in walk(plan)):
        if isinstance(each, Shortcut):
            yield scenario(CASE, each.without, each.added)
    for each in CASE.study(Misconceptions).misconceptions:
        if shown := each.shown_by:
            yield scenario(CASE, shown.without, shown.added, shown.readings, shown.year)
    for reading in CASE.readings.values():
        yield from (scenario(CASE, readings={reading.id: each.id}) for each in reading.values)
    yield from (scenario(CASE, readings=preset(CASE, each.id)) for each in CASE.doctrine.presets)
    yield from (scenario(CASE, without=[fact]) for fact in CASE.facts)
    yield from (scenario(CASE, added=[fact]) for fact in CASE.hypotheticals)
    yield from (scenario(CASE, year=year) for year in CASE.years)


def argued(finding: Finding) -> Argued:
    """What each side argues where the finding is open."""
    said = [[each for each in finding.because if each.side == side] for side in CASE.record.sides]
    plaintiff, officers = map(tuple, said)
    return plaintiff, officers


def open_findings() -> Iterator[tuple[Argued, str]]:
    """What both sides argue, and where; of what is made up of elements, these are argued."""
    for each in (each for case in supposed() for each in analyze(CASE, case).findings):
        said = argued(each)
        if each.status == "open" and (CASE.elements[each.element].parts is None or any(said)):
            yield said, f"{each.element}: {each.authority}"


@pytest.fixture(scope="module")
def argued_openly() -> dict[Argued, str]:
    """Each way in which an open finding is argued, with one place where it is."""
    return dict(open_findings())


def length(reasons: tuple[Support, ...]) -> int:
    return sum(len(each.text.split()) + len(each.quote.split()) for each in reasons)


def faults(plaintiff: tuple[Support, ...], officers: tuple[Support, ...]) -> Iterator[str]:
    if not plaintiff or not officers:
        yield "a side is silent"
        return
    words = length(plaintiff), length(officers)
    if max(words) > LONGER * min(words):
        yield f"words: {words[0]} to {words[1]}"
    if abs(len(plaintiff) - len(officers)) > MORE:
        yield f"passages: {len(plaintiff)} to {len(officers)}"
    shared = {each.quote for each in plaintiff} & {each.quote for each in officers}
    yield from (f"both quote {quote!r}" for quote in sorted(shared))


def test_both_sides_argue_at_like_length_and_on_passages_of_their_own(argued_openly):
    assert len(argued_openly) > 40
    found = [(where, *faults(*said)) for said, where in argued_openly.items()]
    assert [each for each in found if len(each) > 1] == []


def test_neither_side_is_given_more_words_on_the_whole(argued_openly):
    plaintiff, officers = (sum(map(length, side)) for side in zip(*argued_openly, strict=True))
    assert 0.8 <= officers / plaintiff <= 1.25


def test_a_fault_is_seen():
    one, two = Support("Why.", "430", "such as"), Support("Why " * 9, "430", "such as")
    assert [*faults((one,), ())] == ["a side is silent"]
    assert [*faults((one,), (two, one, two))] == [
        "words: 3 to 25",
        "passages: 1 to 3",
        "both quote 'such as'",
    ]
