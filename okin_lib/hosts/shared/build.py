"""The pages that need no kernel, and all that they ask for but the socket, as files."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from okin_lib.hosts import local
from okin_lib.hosts.server.frame import assets, entries, first_page, parts
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.shared.page import page
from okin_lib.hosts.writing import NotWritten, write

FRAME = Path(__file__).parents[1] / "voila" / "templates" / "okin"
FRAME_AT = "voila/templates/okin"
"""Where a server has the files that stand around a notebook, under its prefix."""


def build(folder: Path, to: Path, base_url: str) -> None:
    """Write the pages of the notebooks in ``folder``, and the list of them.

    Parameters
    ----------
    to : Path
        A folder that is not there yet, or is empty.
    base_url : str
        The path under which a web server has the pages.

    Raises
    ------
    NotWritten
        If something is there, or nothing can be written there.
    ValueError
        If the path is none, or the file of ``OKIN_LOCAL`` is not as it must be.
    """
    served = parts()
    files = _around(served) | _pages(folder, Options(base_url=base_url).base_url, served)
    another = "name another folder with --out"
    try:
        to.mkdir(parents=True, exist_ok=True)
        if any(to.iterdir()):
            raise NotWritten(f"{to} is not empty: {another}")
        for name, data in files.items():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            write(to / name, data)
    except OSError as error:
        raise NotWritten(f"{to} cannot be written: {error.strerror}; {another}") from error


def _around(served: Mapping[str, str]) -> dict[str, bytes]:
    """Return what pages ask for, by where it stands."""
    static = (path for path in (FRAME / "static").rglob("*") if path.is_file())
    return {
        **{f"okin/{name}": text.encode() for name, text in served.items()},
        **{
            f"{FRAME_AT}/{path.relative_to(FRAME).as_posix()}": path.read_bytes()
            for path in static
        },
    }


def _pages(folder: Path, base_url: str, served: Mapping[str, str]) -> dict[str, bytes]:
    """Return the list of the notebooks and the page of each, by its file."""
    notebooks = entries(folder)
    templates = _environment()
    templates.globals |= {
        "base_url": base_url,
        "include_url": lambda name: f"{base_url}{FRAME_AT}/{name}",
        "local": local.load(),
        "own_address": "",
        "notebooks": notebooks,
        "assets": assets(served),
        "pages": True,
    }
    first, its = templates.get_template("tree.html"), templates.get_template("notebook.html")
    listed = [
        {"type": "notebook", "path": each["file"], "name": each["file"]} for each in notebooks
    ]
    made = {"index.html": first.render(first=first_page(), contents={"content": listed})} | {
        f"{each['id']}.html": its.render(notebook=page(folder / each["file"], ""))
        for each in notebooks
    }
    return {name: html.encode() for name, html in made.items()}


def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(FRAME), autoescape=True, undefined=StrictUndefined)
