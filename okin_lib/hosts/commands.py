"""How commands run in a terminal: their output on any stream, their errors, their exits."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from typing import Any, NoReturn

import click

from okin_lib.files.stream import abandon, carried, prepare, visible

BAD_INPUT = 2
NOT_READ = 141  # what a shell says of a command whose reader has gone


class Commands(click.Group):
    """Commands that any stream can carry, and whose messages show what is in them."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command; the streams have been made to carry anything."""
        prepare()
        return super().main(*args, **extra)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Return the context of a command line, which may ask for help alone."""
        with _ended_in_words(), _shown(), _written():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that the line names."""
        with _ended_in_words(), _shown(), _written():
            return super().invoke(ctx)


def refuse(error: Exception) -> NoReturn:
    """Say what is wrong, and exit as for any bad input."""
    print(f"okin: {visible(str(error))}", file=sys.stderr)
    sys.exit(BAD_INPUT)


@contextmanager
def _ended_in_words() -> Iterator[None]:
    """End without a traceback where nobody reads on, or the disk is full."""
    try:
        yield
    except BrokenPipeError:
        abandon(sys.stdout)
        sys.exit(NOT_READ)
    except OSError as error:
        if error.errno != ENOSPC:
            raise
        abandon(sys.stdout)
        refuse(error)


@contextmanager
def _shown() -> Iterator[None]:
    """Let click's messages, which quote what was typed, show what they quote."""
    try:
        yield
    except click.ClickException as error:
        encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        error.message = carried(error.message, encoding)  # type: ignore[misc]
        raise


@contextmanager
def _written() -> Iterator[None]:
    """Let all that was printed be written while an error can still be dealt with."""
    try:
        yield
    finally:
        if sys.stdout:
            sys.stdout.flush()
