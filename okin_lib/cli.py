"""The ``okin`` command."""

import json
import sys
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any, NoReturn

import click

from okin_lib.doctrine.case import Case, load_case
from okin_lib.reasoning.types import Scenario


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="okin")
def main() -> None:
    """A model of one opinion on state-created danger and qualified immunity."""


def _refuse(error: Exception) -> NoReturn:
    click.echo(f"okin: {error}", err=True)
    sys.exit(2)


@main.command()
@click.option(
    "--preset", metavar="COURT", help="Read as a court did: second-circuit, district-court."
)
@click.option("--without", multiple=True, metavar="ID", help="Leave out a fact of the record.")
@click.option("--with", "added", multiple=True, metavar="ID", help="Add a hypothetical fact.")
@click.option(
    "--set", "settings", multiple=True, metavar="READING=VALUE", help="Switch a reading."
)
@click.option("--year", type=click.IntRange(1900, 2100), help="Move the events to a year.")
@click.option("--code", metavar="CODE", help="The scenario that a code stands for.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
def analyze(
    file: Path | None,
    preset: str | None,
    without: tuple[str, ...],
    added: tuple[str, ...],
    settings: tuple[str, ...],
    year: int | None,
    code: str | None,
    as_json: bool,
) -> None:
    """Analyze a scenario: every element and disposition, officer by officer.

    FILE is a YAML file with scenarios of this case, or with the fact pattern of another, and
    the results expected of them. It says all that is supposed, so it takes no other options
    but --json. Exit status 1 says that a result is not as the file expects.
    """
    options = bool(preset or without or added or settings or year)
    if bool(file) + (code is not None) + options > 1:
        _refuse(ValueError("a file or a code says all that is supposed: give it alone"))
    if file:
        _analyze_file(file, as_json)
        return
    from okin_lib.reasoning.analysis import analyze as run
    from okin_lib.reasoning.scenario import preset as readings_of
    from okin_lib.reasoning.scenario import scenario

    case = _case()
    try:
        readings = {**(readings_of(case, preset) if preset else {}), **_pairs(settings)}
        supposed = (
            scenario(case, without, added, readings, year)
            if code is None
            else _decoded(case, code)
        )
    except ValueError as error:
        _refuse(error)
    analysis = run(case, supposed)
    if as_json:
        from okin_lib.reasoning.report import as_data

        _print_json(as_data(case, analysis))
    else:
        from okin_lib.views.terminal import print_matrix

        print_matrix(case, analysis)


def _decoded(case: Case, code: str) -> Scenario:
    """Return the scenario of the code; the record's own, and a word why, if it is none."""
    from okin_lib.reasoning.code import BadCode, decode

    try:
        return decode(case, code)
    except BadCode as error:
        click.echo(f"okin: {error}; this is the record", err=True)
        return Scenario()


def _analyze_file(file: Path, as_json: bool) -> None:
    from okin_lib.reasoning.casefile import read
    from okin_lib.reasoning.casework import work

    case = _case()
    try:
        found = read(file, case)
    except ValueError as error:
        _refuse(error)
    every = tuple(work(case, found))
    if as_json:
        from okin_lib.reasoning.report import worked_as_data

        results = [worked_as_data(case, worked) for worked in every]
        _print_json({"title": found.title, "results": results})
    else:
        from okin_lib.views.terminal import print_worked

        for worked in every:
            print_worked(case, worked)
    if any(worked.misses for worked in every):
        sys.exit(1)


def _case() -> Case:
    try:
        return load_case()
    except ValueError as error:
        _refuse(error)


def _pairs(settings: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise ValueError(f"{setting!r} is not READING=VALUE")
        pairs[key] = value
    return pairs


def _print_json(data: dict[str, Any]) -> None:
    click.echo(json.dumps(data, indent=2, ensure_ascii=False))


@main.command()
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds record/, doctrine/ and lessons/; else the installed one.",
)
def check(data: Path | None) -> None:
    """Validate all data: every field, reference and quotation."""
    from okin_lib.doctrine.compiled import DataError, compile_case
    from okin_lib.doctrine.compiled import check as counts
    from okin_lib.doctrine.stored import PACKAGE
    from okin_lib.lessons.library import check_lessons
    from okin_lib.reasoning.casework import check_cases
    from okin_lib.reasoning.studies import check_studies

    root = data or PACKAGE
    try:
        for line in counts(root):
            click.echo(line)
        case = compile_case(root)
        for line in check_studies(root, case):
            click.echo(line)
        for line in check_cases(root, case):
            click.echo(line)
        click.echo(check_lessons(root, case))
    except DataError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _with(options: tuple[Any, ...]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that gives a command all of ``options``."""
    return lambda command: reduce(lambda made, option: option(made), reversed(options), command)


PORT = click.option("--port", type=click.IntRange(1, 65535), help="The port; else a free one.")


SERVER = (
    PORT,
    click.option("--browser/--no-browser", default=False, help="Open a browser."),
    click.option("--ip", default="localhost", help="Listen on it; 0.0.0.0 is for all."),
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
)


@main.command()
@_with(SERVER)
def voila(browser: bool, **options: Any) -> None:
    """Serve the notebooks as web pages, with Voila."""
    from okin_lib.hosts import serve as host

    try:
        host.serve(host.notebooks(), open_browser=browser, **options)
    except ValueError as error:
        _refuse(error)


@main.command()
@_with(SERVER)
@click.pass_context
def serve(context: click.Context, /, **options: Any) -> None:
    """Do as `okin voila` does."""
    context.invoke(voila, **options)


@main.command()
@PORT
@click.option("--browser/--no-browser", default=True, help="Open a browser.")
def lab(port: int | None, browser: bool) -> None:
    """Open the notebooks in JupyterLab."""
    from okin_lib.hosts import serve as host

    try:
        host.lab(host.notebooks(), port, browser)
    except ValueError as error:
        _refuse(error)
