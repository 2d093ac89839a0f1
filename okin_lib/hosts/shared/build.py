"""The pages that need no kernel, and all that they ask for but the socket, as files."""

from collections.abc import Iterator
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
    files = dict(_files(folder, Options(base_url=base_url).base_url))
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


def _files(folder: Path, base_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield each file: where it stands, and what is in it."""
    served = parts()
    for name, text in served.items():
        yield f"okin/{name}", text.encode()
    for path in (FRAME / "static").rglob("*.*"):
        yield f"{FRAME_AT}/{path.relative_to(FRAME).as_posix()}", path.read_bytes()
    notebooks = entries(folder)
    pages = _environment()
    pages.globals |= {
        "base_url": base_url,
        "include_url": lambda name: f"{base_url}{FRAME_AT}/{name}",
        "local": local.load(),
        "own_address": "",
        "notebooks": notebooks,
        "assets": assets(served),
        "pages": True,
    }
    listed = [
        {"type": "notebook", "path": each["file"], "name": each["file"]} for each in notebooks
    ]
    first = pages.get_template("tree.html")
    yield "index.html", first.render(first=first_page(), contents={"content": listed}).encode()
    for each in notebooks:
        html = pages.get_template("notebook.html").render(notebook=page(folder / each["file"], ""))
        yield f"{each['id']}.html", html.encode()


def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(FRAME), autoescape=True, undefined=StrictUndefined)
