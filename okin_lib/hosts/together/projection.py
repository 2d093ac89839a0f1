"""What of a projected board phones can follow, and where they have one of their own."""

from attrs import frozen

from okin_lib.files.link import query
from okin_lib.files.link_code import encode
from okin_lib.hosts.session import Session
from okin_lib.instruments.board.regions import BAR, CIRCUIT, LIVE, STRIP, WHY
from okin_lib.instruments.board.state import Board
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.lesson_file import LessonPlan
from okin_lib.lessons.library import open_ids
from okin_lib.lessons.together.seat import TheirBoard
from okin_lib.lessons.whole import Whole
from okin_lib.page.regions import Layout, Regions

UP = "../"
"""From the page of a phone to what it stands under."""
Led = Session[Guided | Whole]


@frozen
class Projection:
    """The regions of a projected board that are read, and the address that takes it up."""

    layout: Layout
    regions: Regions
    take: str


def projected(session: Led) -> Projection | None:
    """Return what can be followed of a lesson; None while its board is closed, or it has none."""
    lesson = session.lesson
    board = lesson.board if isinstance(lesson, Whole) else lesson.opened.get("exercise")
    if not isinstance(board, Board):
        return None
    every = {key: html for part in lesson.parts for key, html in session.regions(part).items()}
    if not board.has_circuits:
        drawn = board.with_circuits().regions()
        every |= {key: drawn[key] for key in (STRIP, CIRCUIT)}
    shown = {key: every[key] for key in (BAR, LIVE, STRIP, CIRCUIT, WHY)}
    code = encode(lesson.case, board.in_a_code)
    plan = lesson.plan
    elsewhere = isinstance(plan, LessonPlan) and plan.case
    return Projection("stacked", shown, f"{UP}{plan.id if elsewhere else _whole()}{query(code)}")


def their_board(projection: Projection | None) -> TheirBoard:
    """Return where phones have boards of their own."""
    return TheirBoard(f"{UP}{_whole()}", projection.take if projection else "")


def _whole() -> str:
    return open_ids()[0]
