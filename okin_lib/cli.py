"""The ``okin`` command."""

import json
import sys
from pathlib import Path
from typing import Any

import click
from click.types import StringParamType

from okin_lib.doctrine.case import Case
from okin_lib.files.stream import visible
from okin_lib.hosts.classroom import handout, key, receipts
from okin_lib.hosts.cli import build, export, lab, serve, site, voila
from okin_lib.hosts.commands import Commands, refuse
from okin_lib.hosts.memo_file import memo
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.types import Scenario

STATUSES = """\b
Exit status:
  0  analyzed, and every result that FILE expects holds
  1  analyzed, and a result is not as FILE expects
  2  bad input: nothing is analyzed
"""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="okin")
def main() -> None:
    """A model of one opinion on state-created danger and qualified immunity."""


class PresetName(StringParamType):
    """The id of a preset; the help lists those that the data have."""

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        """Return the ids that there are."""
        return f"[{'|'.join(preset.id for preset in _case().doctrine.presets)}]"


@main.command(epilog=STATUSES)
@click.option("--preset", type=PresetName(), help="Read as a court did.")
@click.option("--without", multiple=True, metavar="ID", help="Leave out a fact of the record.")
@click.option("--with", "added", multiple=True, metavar="ID", help="Add a hypothetical fact.")
@click.option(
    "--set", "settings", multiple=True, metavar="READING=VALUE", help="Switch a reading."
)
@click.option("--year", type=click.IntRange(1900, 2100), help="Move the events to a year.")
@click.option("--code", metavar="CODE", help="The scenario that a code, or a link, stands for.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.argument("file", required=False, type=click.Path(readable=False, path_type=Path))
def analyze(file: Path | None, code: str | None, as_json: bool, **options: Any) -> None:
    """Analyze a scenario: every element and disposition, officer by officer.

    FILE is a YAML file with scenarios of this case, or with the fact pattern of another, and
    the results expected of them. It says all that is supposed, so it takes no other options
    but --json.
    """
    if bool(file) + (code is not None) + any(options.values()) > 1:
        refuse(ValueError("a file or a code says all that is supposed: give it alone"))
    case = _case()
    if file:
        _analyze_file(case, file, as_json)
    else:
        _analyze_scenario(case, code, as_json, **options)


def _analyze_scenario(case: Case, code: str | None, as_json: bool, **options: Any) -> None:
    from okin_lib.reasoning.analysis import analyze as run

    try:
        supposed, notice = (
            _coded(case, code) if code is not None else (_given(case, **options), "")
        )
    except ValueError as error:
        refuse(error)
    if notice:
        print(notice, file=sys.stderr)
    analysis = run(case, supposed)
    if as_json:
        from okin_lib.files.as_json import as_data

        _print_json(as_data(case, analysis))
    else:
        from okin_lib.files.terminal import print_matrix

        print_matrix(case, analysis)


def _coded(case: Case, code: str) -> tuple[Scenario, str]:
    """Return the scenario of a code or a link, and what must be said of it."""
    from okin_lib.files.link import code_in
    from okin_lib.files.link_code import decode

    found = decode(case, code_in(code))
    return found.scenario, found.notice


def _given(
    case: Case,
    preset: str | None,
    without: tuple[str, ...],
    added: tuple[str, ...],
    settings: tuple[str, ...],
    year: int | None,
) -> Scenario:
    """Return the scenario that the options make; raise `ValueError` for what they misname."""
    from okin_lib.reasoning.scenario import preset as readings_of
    from okin_lib.reasoning.scenario import scenario

    theirs = readings_of(case, preset).items() if preset else ()
    readings = dict([*theirs, *_pairs(settings).items()])
    return scenario(case, without, added, readings, year)


def _analyze_file(case: Case, file: Path, as_json: bool) -> None:
    from okin_lib.files.case_file import read
    from okin_lib.files.worked import work

    try:
        found = read(file, case)
    except (ValueError, OSError) as error:
        refuse(error)
    every = tuple(work(case, found))
    if as_json:
        from okin_lib.files.as_json import worked_as_data

        results = [worked_as_data(case, worked) for worked in every]
        _print_json({"title": found.title, "note": found.note, "results": results})
    else:
        from okin_lib.files.terminal_worked import print_note, print_worked

        print_note(found.note)
        for worked in every:
            print_worked(case, worked)
    if any(worked.misses for worked in every):
        sys.exit(1)


def _case() -> Case:
    try:
        return load_case()
    except ValueError as error:
        refuse(error)


def _pairs(settings: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise ValueError(f"{setting!r} is not READING=VALUE")
        pairs[key] = value
    return pairs


def _print_json(data: dict[str, Any]) -> None:
    """Print JSON in ASCII, which every stream carries and in which nothing is hidden."""
    print(json.dumps(data, indent=2))


@main.command()
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds record/, doctrine/ and lessons/; else the installed one.",
)
def check(data: Path | None) -> None:
    """Validate all data: every field, reference and quotation."""
    from okin_lib.files.worked import check_cases
    from okin_lib.lessons.installed import PACKAGE
    from okin_lib.lessons.sources import counted, counted_lessons, read_case, read_lessons
    from okin_lib.record.placed import DataError

    root = data or PACKAGE
    try:
        case = read_case(root)
        for line in (*counted(case), *check_cases(root, case)):
            print(visible(line))
        print(visible(counted_lessons(read_lessons(root, case))))
    except DataError as error:
        print(visible(str(error)), file=sys.stderr)
        sys.exit(1)


for command in (voila, serve, build, site, lab, export, receipts, key, handout, memo):
    main.add_command(command)
