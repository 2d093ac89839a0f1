"""What each answer is to be: the engine's own, in this process, by its digest."""

import json
from collections.abc import Iterator
from hashlib import sha256

from okin_lib.hosts.lasting import InBrowser
from okin_lib.hosts.session import Session
from okin_lib.hosts.shared.begun import opened
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.library import whole_board
from okin_lib.lessons.taken_up import Address

LESSON, PART = "10_whole_board", "board"
PARTS = list(whole_board().parts)
FACTS = 24
"""How many are toggled, one of them by each learner."""

Digests = list[str]


def digest(part: str, message: object) -> str:
    """Return what stands for a message to a part."""
    text = json.dumps([part, message], sort_keys=True)
    return sha256(text.encode()).hexdigest()


def toggle(fact: str, number: int) -> dict[str, object]:
    """Return a learner's act: the first takes a fact away, the next gives it back."""
    return {"kind": "event", "seq": number, "event": {"toggle": fact, "value": number % 2 == 0}}


class Walk:
    """A lesson in this process, and what each act in it is answered with."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._said: Digests = []
        self._tells = {part: self._joined(part) for part in PARTS}

    def hello(self) -> Digests:
        """Return what a page is told that shows every part."""
        return self._answers(*((part, {"kind": "hello"}) for part in PARTS))

    def toggled(self, fact: str, number: int) -> Digests:
        return self._answers((PART, toggle(fact, number)))

    def returned(self) -> Digests:
        """Return what a page is told that was here before, and joins again."""
        goes_on = InBrowser(Address(LESSON), goes_on=True)
        return Walk(Session(self.session.lesson, goes_on)).hello()

    def _answers(self, *acts: tuple[str, object]) -> Digests:
        self._said.clear()
        for part, message in acts:
            self._tells[part](message)
        return self._said.copy()

    def _joined(self, part: str):
        return self.session.join(part, lambda message: self._said.append(digest(part, message)))


def begun(code: str = "") -> Walk:
    """Return the lesson as an address opens it."""
    return Walk(opened(Address(LESSON, code)))


class Engine:
    """The answers to every learner who toggles one fact so many times."""

    def __init__(self, times: int) -> None:
        every = [fact.id for fact in load_case().record.facts]
        self.facts = every[:: len(every) // FACTS][:FACTS]
        self.hello: Digests = begun().hello()
        self._returned: dict[tuple[str, int], Digests] = {}
        self._toggles = {fact: [*self._answers(fact, times)] for fact in self.facts}

    def toggled(self, fact: str, number: int) -> Digests:
        return self._toggles[fact][number - 1]

    def returned(self, fact: str, number: int) -> Digests:
        """Return what whoever toggled so often is shown once they are connected again."""
        return self._returned[fact, number] if number else self.hello

    def _answers(self, fact: str, times: int) -> Iterator[Digests]:
        walk = begun()
        walk.hello()
        for number in range(1, times + 1):
            yield walk.toggled(fact, number)
            self._returned[fact, number] = walk.returned()
