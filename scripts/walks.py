"""A learner who does whatever a page lets them, by its controls: it knows no class and no id."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from random import Random
from typing import Any

from okin_lib.lessons.library import start
from okin_lib.page.regions import BadEvent

STEPS = 8
WORDS = ("football", "arrest", "430", "Sears", "", "<b>&")

Event = dict[str, Any]


class Controls(HTMLParser):
    """The events that a page's controls can give rise to, by what they do."""

    def __init__(self, random: Random) -> None:
        super().__init__()
        self.random = random
        self.events: dict[str, list[Event]] = {}
        self.form: dict[str, Any] | None = None
        self.select: dict[str, Any] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a control, or of a part of one."""
        given = {key: value or "" for key, value in attrs}
        if tag == "form" and "data-act" in given:
            self.form = {"of": given, "fields": {}}
        elif self.form is not None:
            self._field(tag, given)
        elif tag == "select" and "data-act" in given:
            self.select = given
        elif tag == "option" and self.select is not None and "disabled" not in given:
            self._add(self.select, given.get("value", ""))
        elif "data-act" in given:
            self._add(given, self._value(tag, given))

    def handle_endtag(self, tag: str) -> None:
        """Close a form or a choice."""
        if tag == "select":
            self.select = None
        elif tag == "form" and self.form is not None:
            fields = {key: self.random.choice(v) for key, v in self.form["fields"].items()}
            self._add(self.form["of"], fields)
            self.form = None

    def _field(self, tag: str, given: dict[str, str]) -> None:
        fields = self.form["fields"] if self.form else {}
        if tag == "select":
            self.form = {**(self.form or {}), "choice": given.get("name", "")}
        elif tag == "option" and self.form:
            fields.setdefault(self.form["choice"], []).append(given.get("value", ""))
        elif tag in ("input", "textarea") and given.get("name"):
            radio = given.get("type") == "radio"
            fields.setdefault(given["name"], []).append(given["value"] if radio else "Because")

    def _value(self, tag: str, given: dict[str, str]) -> Any:
        if tag == "details":
            return True
        if given.get("type") == "checkbox":
            return "checked" not in given
        if given.get("type") == "search":
            return self.random.choice(WORDS)
        if "data-link" in given:
            return f"http://okin.example/{given['data-link']}"
        return given.get("value", "")

    def _add(self, given: dict[str, str], value: Any) -> None:
        event = {given["data-act"]: given["data-id"], "value": value}
        self.events.setdefault(given["data-act"], []).append(event)


def events(regions: dict[str, str], random: Random) -> dict[str, list[Event]]:
    """Return what a learner can do on a page, by kind of act."""
    found = Controls(random)
    found.feed("".join(regions.values()))
    return found.events


def opening(can: dict[str, list[Event]]) -> list[Event]:
    """Return the act that opens a lesson, a prediction with its reason, if it asks for one."""
    commits = can.get("commit", [])
    return [
        event
        for event in commits
        if isinstance(event["value"], dict) and "because" in event["value"]
    ][:1]


def walk(lesson_id: str, seed: int) -> Iterator[tuple[str, Any]]:
    """Yield what a random walk through a lesson shows."""
    random = Random(seed)
    lesson = start(lesson_id)
    shown = dict(lesson.regions())
    yield "start", shown
    for step in range(STEPS):
        can = {act: each for act, each in events(shown, random).items() if act != "draw"}
        first = random.choice(sorted(can))
        event = random.choice(can[first] if step else opening(can) or can[first])
        try:
            lesson = lesson.after(event)
        except BadEvent as refused:
            yield f"{step} {json.dumps(event)}", str(refused)
            continue
        after = dict(lesson.regions())
        yield (
            f"{step} {json.dumps(event)}",
            {k: v for k, v in after.items() if shown.get(k) != v},
        )
        shown = after


def figures(lesson_id: str) -> Iterator[tuple[str, Any]]:
    """Yield each figure of a lesson, and on the whole board of each further look."""
    random = Random(0)
    lesson = start(lesson_id)
    for commit in events(dict(lesson.regions()), random).get("commit", []):
        lesson = lesson.after(commit)
    looks = [None, *events(dict(lesson.regions()), random).get("show", [])]
    drawn = set()
    for look in looks:
        here = lesson.after(look) if look else lesson
        for event in events(dict(here.regions()), random).get("draw", []):
            if json.dumps(event) not in drawn:
                drawn.add(json.dumps(event))
                yield json.dumps(event), dict(here.after(event).regions())[event["draw"]]
