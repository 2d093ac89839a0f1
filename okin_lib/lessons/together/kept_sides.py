"""The two halves of a class as the page of whoever teaches keeps them."""

from collections.abc import Mapping
from typing import Any

from okin_lib.lessons.together.kept_parts import BadClass, text
from okin_lib.lessons.together.sides import (
    MOST_IN_SIDES,
    SIDES,
    SideFound,
    Sides,
    is_page,
    tasks,
)
from okin_lib.lessons.together.vote import PhoneId


def outlined(sides: Sides | None) -> Mapping[str, Any] | None:
    """Return the halves as data."""
    if sides is None:
        return None
    return {
        "lesson": sides.lesson,
        "elements": dict(sides.elements),
        "of": dict(sides.of),
        "found": {phone: [found.switch, found.page] for phone, found in sides.found.items()},
        "is_shown": sides.is_shown,
    }


def sides_of(data: object) -> Sides | None:
    """Return the halves that were kept; raise `BadClass` if they are none."""
    match data:
        case None:
            return None
        case {
            "lesson": str(lesson),
            "elements": dict(elements),
            "of": dict(of),
            "found": dict(found),
            "is_shown": bool(is_shown),
        } if lesson in tasks() and len(of) <= MOST_IN_SIDES:
            offered = tasks()[lesson].elements
            if {*elements} == {*SIDES} and all(each in offered for each in elements.values()):
                phones = {PhoneId(text(phone)): _side(side) for phone, side in of.items()}
                its = {
                    PhoneId(text(phone)): _found(lesson, each)
                    for phone, each in found.items()
                    if phone in phones
                }
                return Sides(lesson, elements, phones, its, is_shown)
    raise BadClass("its two sides are of no known form")


def _side(data: object) -> Any:
    if data in SIDES:
        return data
    raise BadClass("a side in it is none")


def _found(lesson: str, data: object) -> SideFound:
    task = tasks()[lesson]
    match data:
        case [str(switch), str(page)] if switch in task.switches and is_page(task.case, page):
            return SideFound(switch, page)
    raise BadClass("what was found in it is of no known form")
