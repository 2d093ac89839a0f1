"""A receipt as data, and the seal that shows whether one was edited.

The key of the seal is in this package, for anyone to read: a seal shows that a text was edited
casually, and no more. A receipt is evidence of practice, and of no examination.
"""

import hmac
import json
import re
from collections.abc import Mapping
from typing import Any

import attrs
from attrs import frozen

from okin_lib.page.acting import Acting

FORM = 1
LONGEST_NAME = 100
DIGEST = "digest"
MADE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2} UTC")
KEY = b"okin: a receipt of practice"


@frozen
class Answered:
    """A question, and what a learner answered: nothing but the question where they did not."""

    step: str
    """In which step of the lesson it is asked."""
    question: str
    asked: str
    choice: str = ""
    label: str = ""
    because: str = ""
    """The reason, in the learner's words."""
    passage: str = ""
    """The page of the passage that was chosen."""


class Asking(Acting):
    """What asks a learner something that a receipt tells of."""

    __slots__ = ()

    @property
    def answered(self) -> tuple[Answered, ...]:
        """Each question, and what was answered."""
        raise NotImplementedError


@frozen
class Receipt:
    """What a learner did in a lesson until a moment."""

    form: int
    """Of the receipt itself."""
    version: str
    """Of the package."""
    law: int
    lesson: str
    title: str
    made: str
    """When, as `MADE` has it."""
    learner: str
    """A name or a number, if the learner typed one."""
    scenario: str
    """The code of what was supposed on the lesson's board, if it has one."""
    answers: tuple[Answered, ...]
    leaving: str
    """The question that the lesson ends with."""
    written: str
    """What was written in answer."""
    own: tuple[str, ...] = ()
    """The facts of the learner's own that were supposed, in their words: no code says them."""


def sealed(receipt: Receipt) -> dict[str, Any]:
    """Return a receipt as plain data, with its digest."""
    data = attrs.asdict(receipt)
    return {**data, DIGEST: digest(data)}


def digest(data: Mapping[str, Any]) -> str:
    """Return the keyed digest of plain data."""
    return seal(json.dumps(data, sort_keys=True, separators=(",", ":")))


def seal(text: str) -> str:
    """Return the keyed digest of a text."""
    return hmac.new(KEY, text.encode("utf-8", "replace"), "sha256").hexdigest()
