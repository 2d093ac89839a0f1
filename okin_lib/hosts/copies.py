"""A learner's own copies of the notebooks: made once, never overwritten, and told when older.

A small hidden file beside the copies says which edition each was made of. So what a learner
changes in a copy makes it no older, and an update of the package does.
"""

import json
from hashlib import sha256
from itertools import count
from os.path import lexists
from pathlib import Path

from attrs import frozen
from click import format_filename

from okin_lib.hosts.writing import write

MANIFEST = ".okin.json"
LARGEST_MANIFEST = 100_000

Editions = dict[str, str]
"""File name to the digest of the package's notebook that the file was made of."""


class CopyError(ValueError):
    """The notebooks cannot be copied, or not told apart; the message says what to do."""


def copy(source: Path, folder: Path, refresh: bool = False) -> list[str]:
    """Copy to ``folder`` the notebooks that it lacks; return what was done, a line each.

    Nothing that is there is overwritten. If ``folder`` is the source, nothing is copied.

    Parameters
    ----------
    refresh
        Whether to put the package's notebook beside each copy that is not known to be as new.

    Raises
    ------
    CopyError
        If the folder, or what it says of its copies, cannot be read or written.
    """
    if folder.exists() and folder.samefile(source):
        return ["These are the package's own notebooks: nothing was copied."]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Copies.of(source, folder).made(refresh)
    except OSError as error:
        raise CopyError(
            f"the notebooks cannot be copied to {_shown(folder)}: {_why(error)}. "
            "Make room there, or name a folder that you can write to: okin lab FOLDER"
        ) from error


@frozen
class Copies:
    """The package's notebooks, and a folder of copies.

    Attributes
    ----------
    notebooks
        The package's, by name.
    """

    notebooks: dict[str, bytes]
    folder: Path
    editions: Editions

    @classmethod
    def of(cls, source: Path, folder: Path) -> "Copies":
        """Return the copies as they are found; raise `CopyError` if the record of them is bad."""
        notebooks = {path.name: path.read_bytes() for path in sorted(source.glob("*.ipynb"))}
        return cls(notebooks, folder, _editions(folder / MANIFEST))

    def made(self, refresh: bool) -> list[str]:
        """Copy what is missing, and with ``refresh`` what is newer; return a line for each."""
        missing = [name for name in self.notebooks if not self._is_there(name)]
        kept = [name for name in self.notebooks if name not in missing]
        dated = [name for name in kept if not self._is_current(name, name)]
        beside = {self._beside(name): name for name in dated}
        free = {place: name for place, name in beside.items() if not self._is_there(place)}
        self._write({name: name for name in missing} | (free if refresh else {}), kept)
        here = _shown(self.folder)
        return [
            *([f"Kept the notebooks that are in {here} already: {len(kept)}."] if kept else []),
            *(f"Copied {name} to {here}." for name in missing),
            *(self._told(name, place, place in free, refresh) for place, name in beside.items()),
        ]

    def _told(self, name: str, place: str, free: bool, refresh: bool) -> str:
        """What a learner is to know of a copy that is not known to be as new as the package's."""
        if name in self.editions:
            state = f"{name} is older than the package's"
        else:
            state = f"{name} was there before, and may be older than the package's"
        if free and not refresh:
            return f"{state}. To put the new one beside it, add --refresh."
        return f"{state}. The new one {'was put' if free else 'is'} beside it: {place}."

    def _write(self, wanted: dict[str, str], kept: list[str]) -> None:
        """Write each notebook to its place.

        What the copies are made of is written first: a copy that is then missing is made later,
        but a copy of which nothing is known could not be told from a learner's own file.
        """
        now = {name: self._digest(name) for name in kept if self._is_current(name, name)}
        now |= {place: self._digest(name) for place, name in wanted.items()}
        editions = self.editions | now
        if editions != self.editions:
            said = json.dumps({"editions": editions}, indent=1)
            write(self.folder / MANIFEST, said.encode())
        for place, name in wanted.items():
            write(self.folder / place, self.notebooks[name])

    def _beside(self, name: str) -> str:
        """Return the first place beside a copy that is free, or holds this edition already."""
        stem = Path(name).stem
        places = (f"{stem}.new{number if number > 1 else ''}.ipynb" for number in count(1))
        return next(
            place for place in places if not self._is_there(place) or self._is_current(place, name)
        )

    def _is_there(self, place: str) -> bool:
        return lexists(self.folder / place)  # a link that leads nowhere is not ours to replace

    def _is_current(self, place: str, name: str) -> bool:
        """Whether a file was made of this edition of the notebook, or is the same."""
        if self.editions.get(place) == self._digest(name):
            return True
        path = self.folder / place
        return path.is_file() and path.read_bytes() == self.notebooks[name]

    def _digest(self, name: str) -> str:
        return sha256(self.notebooks[name]).hexdigest()


def _editions(path: Path) -> Editions:
    """Return what the file at ``path`` says the copies are made of."""
    if not lexists(path):
        return {}
    try:
        return _read(path)
    except (ValueError, RecursionError) as error:
        raise CopyError(
            f"{_shown(path)} does not say which notebooks were copied: {error}. Nothing was "
            "changed. Delete that file and try again: what else is in the folder is kept"
        ) from error


def _read(path: Path) -> Editions:
    if not path.is_file():
        raise ValueError("it is not a file")
    with path.open("rb") as file:
        text = file.read(LARGEST_MANIFEST + 1)
    if len(text) > LARGEST_MANIFEST:
        raise ValueError(f"it is larger than {LARGEST_MANIFEST} bytes")
    match json.loads(text):
        case {"editions": dict() as editions}:
            if all(isinstance(edition, str) for edition in editions.values()):
                return editions
    raise ValueError('it has no "editions" by name')


def _why(error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "it is not a folder"
    return error.strerror or str(error)


def _shown(path: Path) -> str:
    return format_filename(path)
