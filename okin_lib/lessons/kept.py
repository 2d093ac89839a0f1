"""All that a learner came to in a lesson, as plain data: to be kept, and taken up again.

What is kept is where a learner is, not how they came there: the way back grows with every act,
and no page depends on it. Nor is a link kept that is drawn as a QR code: it is of one address.
What is taken up comes from outside, so each value must be one that an act could have led to.

A lesson changes. A member that it has gained begins at its start; what it no longer has is left
out, and named. So the form itself has needed no second version yet.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import attrs
from attrs import evolve, frozen
from cattrs import BaseValidationError, Converter

from okin_lib.doctrine.case import Case
from okin_lib.files.link_code import EARLIER
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.kept_form import form, new_form_converter
from okin_lib.lessons.kept_own import case_of
from okin_lib.lessons.whole import Whole
from okin_lib.record.misfits import in_words

VERSION = 1
LONGEST_NAMED = 400
"""Characters of one thing that was left out: what a learner wrote is told whole."""


class BadState(ValueError):
    """Data that no lesson kept, or another one; the message says what to do."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"This cannot be taken up: {why} ({remedy}).")


@frozen
class Kept:
    """What is kept of a lesson."""

    version: int
    """Of this form."""
    law: int
    """The version of the law that it was made with."""
    lesson: str
    members: dict[str, Any]


@frozen
class Restored:
    """A lesson that was taken up, and what whoever did so is to be told, if anything."""

    lesson: Guided | Whole
    notice: str


def kept(lesson: Guided | Whole) -> dict[str, Any]:
    """Return what a learner came to, as plain data for JSON."""
    converter = _converter(lesson.case)
    members = {
        name: converter.unstructure(
            _form_of(member)(**{key: getattr(member, key) for key in member.keeps})
        )
        for name, member in lesson.members.items()
    }
    return attrs.asdict(Kept(VERSION, lesson.case.record.law, lesson.plan.id, members))


def restored(lesson: Guided | Whole, data: object) -> Restored:
    """Return the lesson as `kept` kept it; nothing is changed in ``lesson`` itself.

    Parameters
    ----------
    lesson
        The same lesson at its start, or as far as a learner came in the meantime.

    Raises
    ------
    BadState
        If a value is not one that an act could have led to; if the lesson, the form or the law
        is another; if it would change a prediction that is committed.
    """
    gone: list[str] = []
    try:
        converter = _converter(lesson.case)
        given = _given(converter, lesson, data)
        earlier = given.law < lesson.case.record.law
        case, kept = case_of(lesson, given.members, converter, gone if earlier else None)
        if earlier or case is not lesson.case:
            converter = new_form_converter(case, gone if earlier else None)
        members = {
            name: _member(converter, member, kept[name], gone, earlier)
            for name, member in lesson.members.items()
            if name in kept
        }
        gone += [name for name in kept if name not in lesson.members]
        found = lesson.resumed(members)
    except BaseValidationError as error:
        raise BadState("; ".join(in_words(error, "it")), "keep it anew") from None
    except BadState:
        raise
    except ValueError as error:
        raise BadState(str(error), "go on from where you are, or keep it anew") from error
    return Restored(found, _notice(earlier, gone))


@lru_cache(maxsize=4)  # the cases that lessons are of
def _converter(case: Case) -> Converter:
    """The converter that takes what was kept under the law as it is: it is made slowly."""
    return new_form_converter(case)


def _notice(earlier: bool, gone: Sequence[str]) -> str:
    named = "; ".join(each[:LONGEST_NAMED] for each in gone)
    left_out = f"What is no longer here was left out: {named}." if gone else ""
    return " ".join(filter(None, (EARLIER if earlier else "", left_out)))


def _given(converter: Converter, lesson: Guided | Whole, data: object) -> Kept:
    given = converter.structure(data, Kept)
    if given.version != VERSION:
        raise BadState("it is of another form than is read here", "open it where it was kept")
    if given.lesson != lesson.plan.id:
        raise BadState("it is of another lesson", f"open it there; this is {lesson.plan.title!r}")
    if not 1 <= given.law <= lesson.case.record.law:
        raise BadState(
            "it was made with a version of the law that is not known here",
            "open it with a newer version of okin",
        )
    return given


def _member(
    converter: Converter, member: Any, data: object, gone: list[str], earlier: bool
) -> Any:
    """Return a member as it was kept; at its start, if under an earlier law it was another."""
    try:
        its = converter.structure(data, _form_of(member))
        kept = evolve(member, **{name: getattr(its, name) for name in member.keeps})
        fitted, left_out = kept.fitted(member)
        found = fitted.checked()
    except (ValueError, BaseValidationError) as error:
        if not earlier:
            raise
        gone.append(f"all of one exercise ({'; '.join(in_words(error, 'it'))})")
        return member
    gone += left_out
    return found


def _form_of(member: Any) -> Any:
    return form(type(member))  # type: ignore[arg-type]  # a class is hashable
