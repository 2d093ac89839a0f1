"""What each answer is to be: the engine's own, in this process, by its digest."""

import json
from hashlib import sha256

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


class Engine:
    """The answers to every learner who toggles one fact so many times."""

    def __init__(self, times: int) -> None:
        every = [fact.id for fact in load_case().record.facts]
        self.facts = every[:: len(every) // FACTS][:FACTS]
        self.hello: Digests = []
        self._toggles = {fact: self._answers(fact, times) for fact in self.facts}

    def toggled(self, fact: str, number: int) -> Digests:
        return self._toggles[fact][number - 1]

    def _answers(self, fact: str, times: int) -> list[Digests]:
        session: Session = opened(Address(LESSON))
        said: Digests = []
        tells = {part: self._joined(session, part, said) for part in PARTS}
        for part in PARTS:
            tells[part]({"kind": "hello"})
        self.hello = said.copy()
        answers = []
        for number in range(1, times + 1):
            said.clear()
            tells[PART](toggle(fact, number))
            answers.append(said.copy())
        return answers

    def _joined(self, session: Session, part: str, said: Digests):
        return session.join(part, lambda message: said.append(digest(part, message)))
