"""All that a learner came to in a lesson, as plain data: to be kept, and taken up again.

What is kept is where a learner is, not how they came there: the way back grows with every act,
and no page depends on it. Nor is a link kept that is drawn as a QR code: it is of one address.
What is taken up comes from outside, so each value must be one that an act could have led to.
"""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar, get_origin

import attrs
from attrs import evolve, frozen, make_class
from cattrs import BaseValidationError, Converter, transform_error
from cattrs.gen import make_dict_structure_fn

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.files.link_code import EARLIER
from okin_lib.files.scenario_data import as_data
from okin_lib.files.scenario_form import from_data
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.whole import Whole
from okin_lib.reasoning.types import Scenario
from okin_lib.record.misfits import Misfit
from okin_lib.record.nearest import meant
from okin_lib.record.structure import Hook, new_converter

VERSION = 1
PAIRS = tuple[tuple[str, frozenset[FactorId]], ...]
"""Sets by name, in an order."""

L = TypeVar("L", Guided, Whole)


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
class Restored(Generic[L]):
    """A lesson that was taken up, and what whoever did so is to be told, if anything."""

    lesson: L
    notice: str


def kept(lesson: Guided | Whole) -> dict[str, Any]:
    """Return what a learner came to, as plain data for JSON."""
    converter = _converter(lesson.case)
    members = {
        name: converter.unstructure(
            _form(member)(**{key: getattr(member, key) for key in member.keeps})
        )
        for name, member in lesson.opened.items()
    }
    return attrs.asdict(Kept(VERSION, lesson.case.record.law, lesson.plan.id, members))


def restored(lesson: L, data: object) -> Restored[L]:
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
    converter = _converter(lesson.case)
    try:
        given = _given(converter, lesson, data)
        members = {
            name: _member(converter, member, given.members[name])
            for name, member in lesson.members.items()
            if name in given.members
        }
        found = lesson.resumed(members)
        _refuse_other_members(found, given.members)
    except BaseValidationError as error:
        raise BadState("; ".join(transform_error(error, "it", _said)), "keep it anew") from None
    except BadState:
        raise
    except ValueError as error:
        raise BadState(str(error), "go on from where you are, or keep it anew") from error
    return Restored(found, EARLIER if given.law < lesson.case.record.law else "")


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


def _member(converter: Converter, member: Any, data: object) -> Any:
    form: Any = converter.structure(data, _form(member))
    given = {name: getattr(form, name) for name in member.keeps}
    return evolve(member, **given).checked()


def _refuse_other_members(lesson: Guided | Whole, given: Mapping[str, Any]) -> None:
    if given.keys() != lesson.opened.keys():
        opened = ", ".join(lesson.opened)
        raise BadState(f"it must have {opened}, and no more before a prediction", "keep it anew")


def _form(member: Any) -> type[Any]:
    """Return a class of what is kept of a member; what has a default was not always kept."""
    fields = attrs.fields_dict(type(member))
    kept = {
        name: attrs.field(type=fields[name].type, default=fields[name].default, kw_only=True)
        for name in member.keeps
    }
    return make_class(type(member).__name__, kept, frozen=True)


def _said(error: BaseException, _: type | None) -> str:
    return f"the field {error} is missing" if isinstance(error, KeyError) else str(error)


def _is_set(cls: Any) -> bool:
    """Whether it is a set of texts, of ids of whichever kind."""
    return get_origin(cls) is frozenset


def _converter(case: Case) -> Converter:
    converter = new_converter()

    def class_hook(cls: Any) -> Hook:
        inner = make_dict_structure_fn(cls, converter)
        fields = [field.name for field in attrs.fields(cls)]

        def structured(value: Any, _: Any) -> Any:
            for name in converter.structure(value, dict[str, Any]):
                if name not in fields:
                    raise Misfit(f"there is no field {name[:40]!r}; {meant(name[:40], fields)}")
            return inner(value, cls)

        return structured

    converter.register_structure_hook_factory(attrs.has, class_hook)
    converter.register_structure_hook(Scenario, lambda value, _: from_data(case, value))
    converter.register_unstructure_hook(Scenario, as_data)
    converter.register_structure_hook_func(
        _is_set, lambda value, _: frozenset(converter.structure(value, tuple[str, ...]))
    )
    converter.register_unstructure_hook_func(_is_set, sorted)
    converter.register_structure_hook_func(
        lambda cls: cls == PAIRS,
        lambda value, _: tuple(converter.structure(value, dict[str, frozenset[FactorId]]).items()),
    )
    converter.register_unstructure_hook_func(
        lambda cls: cls == PAIRS, lambda pairs: {name: sorted(held) for name, held in pairs}
    )
    return converter
