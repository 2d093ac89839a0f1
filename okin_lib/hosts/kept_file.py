"""The file in which a lesson is kept beside its notebook: of the learner, and of no one else.

What was last read or written here is known word for word, so that whatever else stands there now
was written by another window or notebook, and is not written over.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

from okin_lib.hosts.messages import LARGEST_MESSAGE
from okin_lib.hosts.writing import write

FOLDER = ".okin"
LARGEST = 6 * LARGEST_MESSAGE
"""Bytes: in the file a letter that is not in ASCII is escaped, with six."""
OF_THE_LEARNER = 0o700


class NotKept(ValueError):
    """The file cannot be read or written; the message says why, and what to do."""


class Elsewhere(Exception):
    """Another has written in the file since it was last read or written here."""


class KeptFile:
    """What is kept of one lesson.

    Parameters
    ----------
    beside : Path
        The folder of the notebook.
    lesson_id : str
        Which lesson.
    """

    def __init__(self, beside: Path, lesson_id: str) -> None:
        self._folder = beside / FOLDER
        self._path = self._folder / f"{lesson_id}.json"
        self._known = b""

    @property
    def shown(self) -> str:
        """Where it is, from the notebook."""
        return f"{FOLDER}/{self._path.name}"

    def read(self) -> object | None:
        """Return what is kept, whatever it is; None if nothing is.

        Raises
        ------
        NotKept
            If a link stands there, or what cannot be read.
        """
        self._known = self._content()
        if not self._known:
            return None
        try:
            return json.loads(self._known)  # type: ignore[no-any-return]
        except (ValueError, RecursionError):
            return "no JSON"

    def write(self, state: Any, over: bool = False) -> None:
        """Keep the state in place of what was read or written here before.

        Parameters
        ----------
        over
            Whether to write over what another has written.

        Raises
        ------
        Elsewhere
            If another has written there since, and is not to be written over.
        NotKept
            If a link stands there, or if it cannot be written, or could not be read again.
        """
        data = json.dumps(state).encode()
        if len(data) > LARGEST:
            raise NotKept(f"{self.shown} would be larger than {LARGEST} bytes")
        there = self._content()
        if there != self._known and not over:
            raise Elsewhere
        try:
            self._folder.mkdir(OF_THE_LEARNER, exist_ok=True)
            write(self._path, data)
        except OSError as error:
            raise NotKept(f"{self.shown} cannot be written ({_why(error)})") from error
        self._known = data

    def delete(self) -> None:
        """Delete what is kept, and the folder once it is empty.

        Raises
        ------
        NotKept
            If a link stands there, or if it cannot be deleted.
        """
        self._content()
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise NotKept(f"{self.shown} cannot be deleted ({_why(error)})") from error
        self._known = b""
        with suppress(OSError):
            self._folder.rmdir()

    def _content(self) -> bytes:
        """Return what is in the file, or the first of it; nothing, if there is none."""
        try:
            if not self._is(self._folder, S_ISDIR) or not self._is(self._path, S_ISREG):
                return b""
            with self._path.open("rb") as file:
                return file.read(LARGEST + 1)
        except OSError as error:
            raise NotKept(f"{self.shown} cannot be read ({_why(error)})") from error

    def _is(self, path: Path, kind: Any) -> bool:
        """Whether there is a folder, or a file; raise `NotKept` for a link, or anything else."""
        try:
            mode = os.lstat(path).st_mode
        except FileNotFoundError:
            return False
        if not kind(mode):
            raise NotKept(f"{path.name} is a link, or no such thing as is kept here: move it away")
        return True


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
