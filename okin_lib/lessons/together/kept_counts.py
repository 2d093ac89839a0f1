"""What whoever teaches keeps of a class: how many chose what, and no ballot."""

from collections.abc import Iterator
from functools import partial

from okin_lib.files.csv_line import csv_line
from okin_lib.lessons.together.classroom import Classroom
from okin_lib.lessons.together.counted import Distribution, known_to_desk
from okin_lib.lessons.together.vote import Poll
from okin_lib.page.download import Download, Files, Order
from okin_lib.page.template import render

HEAD = ("number", "source", "question", "vote", "option", "chosen", "answered")
MOVES = ("number", "source", "question", "moved from", "to", "how many", "answered twice")


def files(room: Classroom) -> Files:
    """Return what makes the table and the page of a class."""
    return {"class.csv": partial(_table, room), "class.html": partial(_page, room)}


def _table(room: Classroom, _order: Order) -> Download:
    rows = "".join(csv_line(row) for row in (HEAD, *_rows(room)))
    moves = [csv_line(row) for row in _moves(room)]
    text = rows + ("".join(["\n", csv_line(MOVES), *moves]) if moves else "")
    return Download(f"class-{room.code}.csv", "text/csv", text.encode("utf-8", "replace"))


def _page(room: Classroom, order: Order) -> Download:
    page = render(
        "lessons/together/record_page",
        room=room,
        polls=[(number, poll, found) for number, poll, found in _counted(room)],
        made=f"{order.at:%Y-%m-%d %H:%M} UTC",
        version=order.version,
    )
    return Download(f"class-{room.code}.html", "text/html", page.encode("utf-8", "replace"))


def _counted(room: Classroom) -> Iterator[tuple[int, Poll, Distribution]]:
    for number, poll in enumerate(room.polls, 1):
        if found := known_to_desk(poll):
            yield number, poll, found


def _rows(room: Classroom) -> Iterator[tuple[object, ...]]:
    for number, poll, found in _counted(room):
        for vote, name in enumerate(found.votes):
            for option in found.options:
                share = option.shares[vote]
                yield number, poll.source, poll.question, name, option.label, share.count, share.of


def _moves(room: Classroom) -> Iterator[tuple[object, ...]]:
    for number, poll, found in _counted(room):
        for each in found.moved:
            told = number, poll.source, poll.question, each.before, each.after, each.count
            yield *told, found.twice
