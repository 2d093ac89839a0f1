"""The figures that a static site has, whose pages draw none: of the record, and what is offered.

A lesson is worked by its controls: at the record and at each supposition and reading that it
offers, whatever it offers to show or to unfold is, and then drawn where it can be.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from okin_lib.hosts.messages import Message
from okin_lib.instruments.board.folds import FOLDS
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.library import plans, start
from okin_lib.lessons.predict import Prediction
from okin_lib.lessons.whole import Whole
from okin_lib.page.figure import noting
from okin_lib.page.regions import BadEvent

AT = ("suppose", "preset", "position")
OPENS = ("show", "unfold")
DRAWS = ("draw",)
APART = ("recall", "predict", "named", "again", "check", "exit", "memo", "opinion")
"""The parts that draw nothing."""
CONTROL = re.compile(r'<(\w+)[^>]*? data-act="([\w-]+)" data-id="([^"]*)"[^>]*>')
VALUE = re.compile(r' value="([^"]*)"')


@frozen
class Figure:
    """A figure as a file: what it is called there, and what it says of itself."""

    name: str
    title: str
    svg: bytes


def figures(lessons: Iterable[str] = ()) -> Mapping[str, Figure]:
    """Return the figures of these lessons, by default of all, by their ids."""
    with noting() as asked:
        for lesson in lessons or (plan.id for plan in plans()):
            for place in _places(_predicted(start(lesson))):
                for event in _offered(place, DRAWS):
                    dict(place.after(event).regions())
    from okin_lib.page.figures.drawing import shown  # matplotlib, once there is something to draw

    made = {id: draw() for id, draw in sorted(asked.items())}
    return {id: Figure(each.name, each.title, shown(each).encode()) for id, each in made.items()}


def _predicted(lesson: Guided | Whole) -> Guided | Whole:
    """Return the lesson once each prediction is committed, whatever was predicted."""
    for member in lesson.members.values():
        if isinstance(member, Prediction):
            asked = member.question
            value = {"choice": asked.choices[0].id, "because": "It opens what follows."}
            lesson = lesson.after({"commit": asked.id, "value": value})
    return lesson


def _places(lesson: Guided | Whole) -> Iterator[Guided | Whole]:
    for at in (lesson, *_after(lesson, AT)):
        yield at
        yield from _after(at, OPENS)


def _after(lesson: Guided | Whole, acts: tuple[str, ...]) -> Iterator[Guided | Whole]:
    for event in _offered(lesson, acts):
        if event.get("unfold", FOLDS[0]) in FOLDS:
            try:
                yield lesson.after(event)
            except BadEvent:  # of a list, the line that names it
                continue


def _offered(lesson: Guided | Whole, acts: tuple[str, ...]) -> list[Message]:
    regions = lesson.regions()
    ids = {id for part, its in lesson.parts.items() if part not in APART for id in its}
    html = "".join(regions[id] for id in regions if id in ids)
    found = [event for control in CONTROL.finditer(html) for event in _events(html, control)]
    events = {tuple(event.items()) for event in found if not event.keys().isdisjoint(acts)}
    return [dict(event) for event in sorted(events)]


def _events(html: str, control: re.Match[str]) -> Iterator[Message]:
    tag, act, id = control.groups()
    text = control[0]
    if tag == "select":
        text = html[control.end() : html.index("</select>", control.end())]
    for value in VALUE.findall(text) or [""]:
        yield {act: id, "value": value}
