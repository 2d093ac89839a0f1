"""The static site: the pages, and what computes them inside a browser, as files."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import frozen

from okin_lib.hosts import instructor
from okin_lib.hosts.build import around, pages
from okin_lib.hosts.server.frame import parts
from okin_lib.hosts.server.headers import POLICY
from okin_lib.hosts.site import pyodide
from okin_lib.hosts.site.compiled import compiled
from okin_lib.hosts.site.figures import figures
from okin_lib.hosts.site.packages import packages

HERE = Path(__file__).parent
BELOW = "./"
"""Every page stands at the top of the site, wherever that is."""
OFFLINE = "offline.js"
FIGURES = "figures/"
ALONE = POLICY | {"script-src": "'self'", "connect-src": "'self'"}


@frozen
class Computing:
    """What computes the pages.

    Attributes
    ----------
    files
        By their names, the worker among them.
    worker
        Its name.
    loaded
        The bytes that a page loads.
    figures
        The files that are loaded when they are asked for.
    """

    files: Mapping[str, bytes]
    worker: str
    loaded: int
    figures: Mapping[str, bytes]


def computing(archive: Path | None = None, draws: bool = True) -> Computing:
    """Return what computes the pages.

    Parameters
    ----------
    archive
        The package of Pyodide, where it is at hand.
    draws
        Whether the pages have figures.

    Raises
    ------
    NoPyodide
        If that is not to be had.
    NotCompiled
        If Node is there and fails.
    ValueError
        If the environment asks for the notes for whoever teaches.
    """
    if instructor.is_shown(None):
        raise ValueError(f"{instructor.VARIABLE}: a static site is open to all: unset it")
    python, ours = compiled(pyodide.files(archive), packages())
    there = figures() if draws else {}
    its = {each: python[each] for each in pyodide.FILES}
    folder, name = f"pyodide-{_digest(its.values())}/", f"packages-{_digest([ours])}.zip"
    asked = {f"{folder}{each}": data for each, data in its.items()} | {name: ours}
    loaded = {
        "pyodide": folder,
        "packages": name,
        "lock": {**json.loads(python[pyodide.LOCK]), "packages": {}},
        "bytes": {each: len(data) for each, data in asked.items()},
        "figures": {id: (each.name, each.title) for id, each in there.items()},
    }
    worker = _script("worker.js", LOADED=loaded)
    called = f"worker-{_digest([worker])}.js"
    drawn = {f"{FIGURES}{id}.svg": each.svg for id, each in there.items()}
    return Computing(asked | {called: worker}, called, sum(map(len, asked.values())), drawn)


def files(folder: Path, computing: Computing) -> dict[str, bytes]:
    """Return the site of the notebooks in ``folder``, by the name of each file.

    Raises
    ------
    ValueError
        If the file of ``OKIN_LOCAL`` is not as it must be.
    """
    made = paged(folder, computing, "static.js", "site.html", offline=OFFLINE)
    offline = _offline({*made} - {*computing.figures}, made, computing.files)
    return made | {OFFLINE: offline}


def paged(
    folder: Path, computing: Computing, entry: str, template: str, **its: Any
) -> dict[str, bytes]:
    """Return the pages of the notebooks in ``folder``, and all that they ask for.

    Parameters
    ----------
    entry
        The part of the front end that has them computed.
    template
        That of a notebook; ``its`` is what it takes besides.

    Raises
    ------
    ValueError
        If the file of ``OKIN_LOCAL`` is not as it must be.
    """
    served = parts(entry)
    its |= {
        "files": True,
        "policy": "; ".join(f"{directive} {sources}" for directive, sources in ALONE.items()),
        "worker": computing.worker,
        "bytes": computing.loaded,
    }
    computed = {**computing.files, **computing.figures}
    return {**around(served), **computed, **pages(folder, BELOW, served, template, **its)}


def _offline(kept: Iterable[str], made: Mapping[str, bytes], lasting: Iterable[str]) -> bytes:
    return _script(
        OFFLINE,
        VERSION=_digest(made.values()),
        FILES=[BELOW, *sorted(kept)],
        LASTING=[*lasting],
        ASKED_FOR=FIGURES,
    )


def _script(name: str, **constants: Any) -> bytes:
    """Return a script of ours below what the build has to say in it."""
    above = (f"const {each} = {json.dumps(value)};\n" for each, value in constants.items())
    return ("".join(above) + (HERE / name).read_text("utf-8")).encode()


def _digest(data: Iterable[bytes]) -> str:
    return sha256(b"".join(data)).hexdigest()[:16]
