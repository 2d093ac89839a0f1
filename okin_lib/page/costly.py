"""What takes long to make, and where it is not to be made, since others would wait for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

Its = ParamSpec("Its")
Made = TypeVar("Made")

_others_wait: ContextVar[bool] = ContextVar("_others_wait", default=False)


class NotHere(BaseException):
    """What takes long was asked for where others wait; it is no failure of what asked."""


@contextmanager
def others_waiting() -> Iterator[None]:
    """Within it, raise `NotHere` where what takes long would have to be made."""
    before = _others_wait.set(True)
    try:
        yield
    finally:
        _others_wait.reset(before)


def costly(most: int) -> Callable[[Callable[Its, Made]], Callable[Its, Made]]:
    """Return a decorator for what takes long to make, and of which so many are kept."""

    def decorate(make: Callable[Its, Made]) -> Callable[Its, Made]:
        @lru_cache(most)
        @wraps(make)
        def made(*args: Its.args, **named: Its.kwargs) -> Made:
            if _others_wait.get():
                raise NotHere
            return make(*args, **named)

        return made  # type: ignore[return-value]  # what it takes can be hashed

    return decorate
