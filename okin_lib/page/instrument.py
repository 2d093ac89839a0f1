"""What an instrument brings: data to study, an exercise for lessons, looks at what is supposed."""

from collections.abc import Callable, Collection, Iterable
from typing import Any, Generic, TypeVar

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.study_file import Study
from okin_lib.page.acting import Acting
from okin_lib.page.look import Look
from okin_lib.record.placed import Problem

T = TypeVar("T")
NOTHING: Collection[str] = ()


def _as_it_is(state: Any, _plan: object, _shut: Collection[str]) -> Any:
    return state


@frozen(eq=False)
class Exercise(Generic[T]):
    """What a learner works with in the middle of a lesson."""

    plan: type[T]
    """What a lesson's file says of it."""
    wrong: Callable[[T, Case], Iterable[Problem]]
    """Yields what is wrong with a plan beyond its form and its quotations."""
    start: Callable[[Case, T, str], Acting]
    """Returns it at its start: at the scenario of the code, where it takes one."""
    closable: Callable[[T], Collection[str]] = lambda _: NOTHING
    """Returns the ids of what can be closed, as it would answer a question that is yet to come."""
    closed: Callable[[Any, T, Collection[str]], Any] = _as_it_is
    """Returns its state with just these closed."""


@frozen(eq=False)
class Instrument:
    """One thing that a learner uses."""

    name: str
    """In a lesson's file too, if lessons can have it as their exercise."""
    exercise: Exercise[Any] | None = None
    looks: tuple[Look, ...] = ()
    studies: tuple[Study[Any], ...] = ()
