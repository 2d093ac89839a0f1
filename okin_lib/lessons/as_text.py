"""What a lesson shows, in plain text."""

from collections.abc import Iterable, Mapping
from html import unescape

from markupsafe import Markup

from okin_lib.instruments.board.state import Board, shown
from okin_lib.instruments.disputes.view import LABEL
from okin_lib.instruments.pivots.part import ROLE
from okin_lib.lessons.library import open_lesson, start
from okin_lib.lessons.whole import Whole
from okin_lib.page.verdict import verdict_text
from okin_lib.page.words import MOTION
from okin_lib.reasoning.generality import positions
from okin_lib.reasoning.lens import lens
from okin_lib.reasoning.pivotal import pivotal
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Scenario


def verdict(
    lesson_id: str,
    without: Iterable[str] = (),
    added: Iterable[str] = (),
    readings: Mapping[str, str] | None = None,
) -> str:
    """Return the verdict on a lesson's claims: on the record, or on what is supposed instead.

    Parameters
    ----------
    without, added
        Facts of the record to leave out, and hypothetical facts to add, by id.
    """
    lesson = start(lesson_id)
    board = lesson.board if isinstance(lesson, Whole) else lesson.exercise
    if not isinstance(board, Board):
        raise ValueError(f"the lesson {lesson_id!r} has no board")
    supposed = scenario(board.case, without, added, readings)
    return verdict_text(shown(board.case, board.plan.claims, supposed), board.case)


def framings(lesson_id: str) -> str:
    """Return each named position of a lesson on framing, its rule, and the answer by it."""
    lesson = open_lesson(lesson_id).exercise
    lines = []
    for placed in positions(lesson.case, {}):
        chosen = {"position": placed.position.id}
        taken = lesson.after({"position": "positions", "value": chosen})
        answer = unescape(Markup(taken.regions()["live"]).striptags())
        lines += [placed.position.label, f"  {placed.rule.words}", f"  {answer}"]
    return "\n".join(lines)


def years(lesson_id: str) -> str:
    """Return the answer of a lesson on dates for every year, on each reading of precedent."""
    case = open_lesson(lesson_id).exercise.case
    reading = case.readings[case.doctrine.precedent_reading]
    lines = []
    for value in reading.values:
        lesson = open_lesson(lesson_id).exercise.after({"reading": reading.id, "value": value.id})
        lines.append(value.label)
        last = ""
        for year in case.years:
            moved = lesson.after({"year": "when", "value": str(year)})
            live = unescape(Markup(moved.regions()["live"]).striptags())
            answer = live.partition(": ")[2]
            if answer != last:
                lines.append(f"  from {year}: {answer}")
            last = answer
    return "\n".join(lines)


def roles(lesson_id: str) -> str:
    """Return the part that a lesson's first fact plays, by reading and officer."""
    lesson = open_lesson(lesson_id)
    pivots = lesson.plan.pivots
    if pivots is None:
        raise ValueError(f"the lesson {lesson_id!r} asks of no pivotal facts")
    case = lesson.exercise.case
    lines = [f"{case.atoms[pivots.fact].label}, on {case.elements[pivots.elements[0]].label}"]
    for read in pivots.readings:
        start = scenario(case, readings=read.readings)
        lines.append(read.label)
        for party in case.officers:
            found = pivotal(case, start, pivots.elements[0], party.id)
            lines.append(f"  {party.name}: {ROLE[found.role(pivots.fact)].text}")
    return "\n".join(lines)


def motions(lesson_id: str) -> str:
    """Return what becomes of each motion over every world that the record permits."""
    case = open_lesson(lesson_id).exercise.case
    found = lens(case, Scenario())
    labels = {claim.id: claim.label for claim in case.doctrine.claims}
    names = {party.id: party.name for party in case.record.parties}
    lines = [f"{each.dispute.title}: {LABEL[each.overall].text}" for each in found.matters]
    lines += [
        f"{labels[each.claim]}, {names[each.party]}: {MOTION[each.motion]}"
        for each in found.results
    ]
    return "\n".join(lines)
