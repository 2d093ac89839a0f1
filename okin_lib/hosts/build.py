"""The pages that need no kernel, and all that they ask for but what computes them, as files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from okin_lib.hosts import local
from okin_lib.hosts.front.join import FRAME
from okin_lib.hosts.server.frame import assets, entries, first_page, parts
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.shared.page import page
from okin_lib.hosts.writing import put_all

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
    put_all(to, around(served) | pages(folder, Options(base_url=base_url).base_url, served))


def around(served: Mapping[str, str]) -> dict[str, bytes]:
    """Return what pages ask for, by where it stands."""
    static = (path for path in (FRAME / "static").rglob("*") if path.is_file())
    return {
        **{f"okin/{name}": text.encode() for name, text in served.items()},
        **{
            f"{FRAME_AT}/{path.relative_to(FRAME).as_posix()}": path.read_bytes()
            for path in static
        },
    }


def pages(
    folder: Path,
    base_url: str,
    served: Mapping[str, str],
    template: str = "notebook.html",
    **its: Any,
) -> dict[str, bytes]:
    """Return the list of the notebooks and the page of each, by its file.

    Parameters
    ----------
    served
        The parts of the front end, by name.
    template
        That of a notebook.
    **its
        What it takes besides.

    Raises
    ------
    ValueError
        If the file of ``OKIN_LOCAL`` is not as it must be.
    """
    notebooks = entries(folder)
    templates = Environment(
        loader=FileSystemLoader(FRAME), autoescape=True, undefined=StrictUndefined
    )
    templates.globals |= _on_every_page(base_url) | {"assets": assets(served)}
    templates.globals |= {"notebooks": notebooks, "first": first_page()}
    templates.globals |= {"files": False, "policy": "", **its}
    listed = [
        {"type": "notebook", "path": each["file"], "name": each["file"]} for each in notebooks
    ]
    first, one = templates.get_template("tree.html"), templates.get_template(template)
    made = {"index.html": first.render(contents={"content": listed})} | {
        f"{each['id']}.html": one.render(notebook=page(folder / each["file"], ""))
        for each in notebooks
    }
    return {name: html.encode() for name, html in made.items()}


def _on_every_page(base_url: str) -> dict[str, Any]:
    return {
        "base_url": base_url,
        "include_url": lambda name: f"{base_url}{FRAME_AT}/{name}",
        "local": local.load(),
        "own_address": "",
        "pages": True,
    }
