"""The commands that show the notebooks: as pages, in JupyterLab, and as files."""

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any

import click

from okin_lib.files.stream import visible
from okin_lib.hosts.commands import refuse
from okin_lib.hosts.server.options import PAGES


def _with(options: tuple[Any, ...]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that gives a command all of ``options``."""
    return lambda command: reduce(lambda made, option: option(made), reversed(options), command)


PORT = click.option("--port", type=click.IntRange(1, 65535), help="The port; else a free one.")


SERVER = (
    PORT,
    click.option("--browser/--no-browser", default=False, help="Open a browser."),
    click.option("--ip", help="Listen on it; 0.0.0.0 is for all. By default this machine alone."),
    click.option(
        "--socket",
        type=click.Path(path_type=Path),
        help="Listen on this file, for a proxy of the same user, and on no port.",
    ),
    click.option("--base-url", default="/", help="The path under which a proxy has the pages."),
    click.option(
        "--frame-ancestors", multiple=True, metavar="SITE", help="May frame a page; repeatable."
    ),
    click.option(
        "--origin",
        "origins",
        multiple=True,
        metavar="SITE",
        help="Where a proxy that rewrites Host has the pages; repeatable.",
    ),
    click.option(
        "--pages",
        type=click.IntRange(1),
        default=PAGES,
        show_default=True,
        help="Pages in Voila at once; each takes 42 MB on Linux, 76 MB elsewhere.",
    ),
    click.option(
        "--log",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="What goes wrong, as text; or that and each request, as a line of JSON.",
    ),
)


def _serve(browser: bool, **options: Any) -> None:
    from okin_lib.hosts import serve as host

    said = {name: value for name, value in options.items() if value is not None}
    try:
        host.serve(host.notebooks(), open_browser=browser, **said)
    except ValueError as error:
        refuse(error)


@click.command()
@_with(SERVER)
def voila(**options: Any) -> None:
    """Serve the notebooks as web pages, with Voila: each has a kernel of its own."""
    _serve(**options)


@click.command()
@_with(SERVER)
@click.option(
    "--class", "together", is_flag=True, help="Let a class meet here, over all of the network."
)
def serve(ip: str | None, together: bool, **options: Any) -> None:
    """Serve the notebooks as web pages, whose lessons this process holds.

    Under voila/ each is also what `okin voila` serves. With --class there is none of that: phones
    answer, and whoever teaches asks, on the addresses that are printed.
    """
    _serve(shared=True, together=together, ip=ip or ("0.0.0.0" if together else None), **options)


@click.command()
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A new folder.")
@click.option("--base-url", default="/", help="The path under which a web server has the pages.")
def build(out: Path, base_url: str) -> None:
    """Write the pages of `okin serve` as files.

    A web server sends NAME.html where NAME is asked for, and hands on what comes to socket to
    `okin serve`, which holds the lessons.
    """
    from okin_lib.hosts import build as site
    from okin_lib.hosts.serve import notebooks

    try:
        site.build(notebooks(), out, base_url)
    except ValueError as error:
        refuse(error)
    print(visible(f"Wrote the pages to {out}."))


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="A new folder.")
@click.option("--zip", "archive", type=click.Path(path_type=Path), help="Or one file, to unpack.")
@click.option("--scorm", type=click.Path(path_type=Path), help="Or a package for a course.")
@click.option(
    "--pyodide", type=click.Path(path_type=Path), help="Its package, where it is at hand."
)
@click.option("--figures/--no-figures", default=True, help="Draw them, which takes longer.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
def site(
    out: Path | None,
    archive: Path | None,
    scorm: Path | None,
    pyodide: Path | None,
    figures: bool,
    force: bool,
) -> None:
    """Write the notebooks as a static site, which any web server can send.

    Each page computes itself in its browser, with the Python that is written with it, and after
    the first visit needs no network. To look at it: `python3 -m http.server` in its folder
    (on Windows `py`).

    The package of --scorm (SCORM 1.2) is for a learning management system, which then says who
    has completed which notebook.
    """
    from okin_lib.hosts.serve import notebooks
    from okin_lib.hosts.site import build as static
    from okin_lib.hosts.site import scorm as course
    from okin_lib.hosts.site.archive import archived
    from okin_lib.hosts.writing import put, put_all

    if not (out or archive or scorm):
        refuse(ValueError("say where to write it, with --out, --zip or --scorm"))
    try:
        its = static.computing(pyodide, figures)
        made = static.files(notebooks(), its)
        if out:
            put_all(out, made)
        if archive:
            put(archive, archived(made), force, "--zip")
        if scorm:
            put(scorm, archived(course.files(notebooks(), its)), force, "--scorm")
    except ValueError as error:
        refuse(error)
    written = " and ".join(str(each) for each in (out, archive, scorm) if each)
    print(visible(f"Wrote the site to {written}."))


@click.command()
@PORT
@click.option("--browser/--no-browser", default=True, help="Open a browser.")
@click.option("--refresh", is_flag=True, help="Put new notebooks beside copies that are older.")
@click.argument("folder", default="okin-notebooks", type=click.Path(path_type=Path))
def lab(folder: Path, refresh: bool, port: int | None, browser: bool) -> None:
    """Open notebooks of your own in JupyterLab.

    They are copied once to FOLDER, by default okin-notebooks. What is there is never
    overwritten; which copies are older than the package's is said.
    """
    from okin_lib.hosts import lab_app, serve
    from okin_lib.hosts.copies import copy

    try:
        for line in copy(serve.notebooks(), folder, refresh):
            print(visible(line))
        lab_app.lab(folder.resolve(), port, browser)
    except ValueError as error:
        refuse(error)


@click.command()
@click.option("--to", type=click.Path(path_type=Path), help="The page; else NOTEBOOK.html, here.")
@click.option("--force", is_flag=True, help="Replace the page if it is there already.")
@click.argument("notebook")
def export(notebook: str, to: Path | None, force: bool) -> None:
    """Write a notebook as one page that reads with no network.

    NOTEBOOK is the name of one of the package's, or the path of any. The page has the prose and
    each step as it first shows.
    """
    from okin_lib.hosts import offline
    from okin_lib.hosts.serve import notebooks

    try:
        found = offline.find(notebook, notebooks())
        page = to or Path(f"{found.stem}.html")
        offline.export(found, page, force)
    except ValueError as error:
        refuse(error)
    print(visible(f"Wrote {page}: it opens in any browser, with no network."))
