"""How far a long work is, where tqdm is there to show it."""

from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")

SOON = 1.0  # seconds: what is done before then needs no bar


def shown_progress(things: Iterator[T], done: int, total: int) -> Iterator[T]:
    """Yield the things, and show how many of the total they are beyond those done before."""
    try:
        from tqdm.auto import tqdm
    except ImportError:
        yield from things
    else:
        yield from tqdm(things, initial=done, total=total, delay=SOON)
