"""A class in two halves, one for each side: each looks for what moves an element, and its page.

What a half found is a switch of a lesson's board and a page of the opinion, so nothing of it can
be anyone's words; how the element then stands is the model's to say.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import get_args

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.instruments.board.in_lesson import BoardPlan, Switch
from okin_lib.lessons.lesson_file import LessonPlan
from okin_lib.lessons.library import plans, studied
from okin_lib.lessons.together.vote import PhoneId
from okin_lib.page.act import Act, known
from okin_lib.page.claims import RECORD, shown
from okin_lib.page.regions import Mistake
from okin_lib.page.words import how_it_stands
from okin_lib.reasoning.scenario import Contradictory, switched
from okin_lib.record.types import Side

SIDES: tuple[Side, ...] = get_args(Side)
MOST_IN_SIDES = 2_000
"""Phones, of which some have gone."""
PAGE = re.compile(r"(\d{1,4})([-–]\d{1,4})?( n\.\d{1,3})?")


@frozen
class SideTask:
    """Where both halves look: the board of a lesson, and the party that it shows first."""

    lesson: str
    title: str
    case: Case
    board: BoardPlan

    @property
    def elements(self) -> Mapping[ElementId, str]:
        """What is found of the party, and how each is called."""
        found = shown(self.case, self.board.claims, RECORD).findings_of(self.board.party)
        return {key: self.case.elements[key].label for key in found}

    @property
    def party(self) -> str:
        """Whom it is asked of."""
        return self.case.parties[self.board.party].name

    @property
    def switches(self) -> Mapping[str, Switch]:
        """What can be switched, by id."""
        return self.board.switches


@frozen
class SideFound:
    """What one phone found: a switch, and the page that it goes by."""

    switch: str
    page: str


@frozen
class FoundTogether:
    """What several of a half found: how many, with what pages, and what the switch does."""

    label: str
    count: int
    pages: tuple[str, ...]
    was: str
    now: str


@frozen
class Sides:
    """The two halves of a class, and what each has found."""

    lesson: str
    elements: Mapping[Side, ElementId]
    """What each half is to move."""
    of: Mapping[PhoneId, Side]
    found: Mapping[PhoneId, SideFound] = {}
    is_shown: bool = False

    @classmethod
    def among(
        cls, lesson: str, elements: Mapping[Side, ElementId], phones: Iterable[PhoneId]
    ) -> "Sides":
        """Return the phones as two halves, of which neither has two more than the other."""
        of = {one: SIDES[at % len(SIDES)] for at, one in enumerate(sorted(phones))}
        return cls(lesson, elements, of)

    @property
    def task(self) -> SideTask:
        """Where both look."""
        return tasks()[self.lesson]

    def element(self, side: Side) -> str:
        """Return what the element is called that a half is to move."""
        return self.task.elements[self.elements[side]]

    def with_phone(self, phone: PhoneId) -> "Sides":
        """Return the halves with a phone in one; who comes late is in the smaller."""
        if phone in self.of or len(self.of) >= MOST_IN_SIDES:
            return self
        sizes = Counter(self.of.values())
        return evolve(self, of={**self.of, phone: min(SIDES, key=lambda side: sizes[side])})

    def of_side(self, side: Side) -> tuple[FoundTogether, ...]:
        """Return what a half found, what most found first."""
        its = [found for phone, found in self.found.items() if self.of.get(phone) == side]
        counts = Counter(found.switch for found in its)
        return tuple(
            self._together(side, switch, count, {f.page for f in its if f.switch == switch})
            for switch, count in counts.most_common()
        )

    def _together(self, side: Side, switch: str, count: int, pages: set[str]) -> FoundTogether:
        was, now = moved_by(self.lesson, self.elements[side], switch)
        label = self.task.switches[switch].label
        return FoundTogether(label, count, tuple(sorted(pages)), was, now)


@cache
def tasks() -> Mapping[str, SideTask]:
    """Return what can be looked for, by the lesson whose board it is."""
    boards = (
        (each, each.exercises.get("board")) for each in plans() if isinstance(each, LessonPlan)
    )
    return {
        plan.id: SideTask(plan.id, plan.title, studied(plan), board)
        for plan, board in boards
        if isinstance(board, BoardPlan) and board.switches
    }


@lru_cache(maxsize=256)
def moved_by(lesson: str, element: ElementId, switch: str) -> tuple[str, str]:
    """Return how an element stands on the record, and with a switch the other way, in words."""
    task = tasks()[lesson]
    case, board, supposed = task.case, task.board, RECORD
    try:
        for fact in task.switches[switch].facts:
            supposed = switched(case, supposed, fact, fact in case.hypotheticals)
    except Contradictory:
        supposed = RECORD
    was, now = (
        shown(case, board.claims, each).findings_of(board.party)[element]
        for each in (RECORD, supposed)
    )
    return how_it_stands(case, was), how_it_stands(case, now)


def is_page(case: Case, text: str) -> bool:
    """Whether the opinion has pages of that number."""
    found = PAGE.fullmatch(text)
    return found is not None and found[1] in case.opinion.pages


def names(case: Case) -> list[tuple[Side, str]]:
    """Return each side, with what it is called."""
    return [(side, case.record.sides[side].label) for side in SIDES]


def asked_for(act: Act, phones: Iterable[PhoneId]) -> Sides:
    """Return the phones in two halves, each with the element that was chosen for it.

    Raises
    ------
    BadEvent
        If there is no such board or element, or the two are of two boards.
    """
    chosen = {side: act.field(side).partition(":") for side in SIDES}
    lessons = {known("board", lesson, tasks()) for lesson, _, _ in chosen.values()}
    if len(lessons) > 1:
        raise Mistake("both sides look on one board: choose two elements of the same notebook")
    (lesson,) = lessons
    offered = tasks()[lesson].elements
    elements = {side: known("element", key, offered) for side, (_, _, key) in chosen.items()}
    return Sides.among(lesson, {s: ElementId(key) for s, key in elements.items()}, phones)
