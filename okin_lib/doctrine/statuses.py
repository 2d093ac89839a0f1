"""What an element, and a motion, can come to."""

from collections.abc import Mapping
from typing import Literal

Kind = Literal["fact", "law"]
Status = Literal["triable", "no-genuine-issue", "yes", "no", "open", "not-reached", "not-stated"]
Grade = Literal["decided", "strong", "open"]
Motion = Literal["granted", "denied", "open", "not-addressed", "not-stated"]
OnAppeal = Literal["affirmed", "reversed", "open", "not-addressed"]

_COURT_SILENT: tuple[Status, ...] = ("open", "not-reached", "not-stated")
STATUSES: Mapping[Kind, tuple[Status, ...]] = {
    "fact": ("triable", "no-genuine-issue", *_COURT_SILENT),
    "law": ("yes", "no", *_COURT_SILENT),
}
"""By kind of question, what an element can come to."""
