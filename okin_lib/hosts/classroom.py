"""The commands for whoever teaches: what was handed in, the answer key, and a page to print."""

import sys
from functools import partial
from pathlib import Path

import click

from okin_lib.files.stream import visible
from okin_lib.hosts.commands import refuse

STATUSES = """\b
Exit status:
  0  every receipt stands in the table
  1  some do not: each is named, with why
  2  bad input: nothing is read, or no table written
"""
SUFFIXES = (".html", ".htm", ".json")
FORCE = click.option("--force", is_flag=True, help="Replace the file if it is there already.")


@click.command(epilog=STATUSES)
@click.option("--csv", "to", type=click.Path(path_type=Path), help="Write the table to a file.")
@FORCE
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def receipts(folder: Path, to: Path | None, force: bool) -> None:
    """Read the receipts that a class handed in.

    FOLDER holds them as they were downloaded, as .html or .json. Each that is malformed, edited,
    repeated or of a lesson not known here is named, with why. The others are counted question by
    question, and make a table of a row for each learner and lesson. A receipt is evidence of
    practice: its digest shows casual editing, and no more.
    """
    from okin_lib.hosts.writing import put
    from okin_lib.lessons.installed import installed
    from okin_lib.lessons.receipts.collected import collected
    from okin_lib.lessons.receipts.table import by_question, table

    try:
        paths = _handed_in(folder)
        files = ((path.name, partial(_bytes, path)) for path in paths)
        found = collected(files, installed().lessons, installed().case.record.law)
        if to:
            put(to, table(found.stand).encode("utf-8", "replace"), force, "--csv")
    except (ValueError, OSError) as error:
        refuse(error)
    for name, why in found.refused:
        print(visible(f"{name}: {why}"), file=sys.stderr)
    for line in by_question(found.stand):
        print(visible(line))
    print(visible(f"{len(found.stand)} of {len(paths)} files stand{f' in {to}' if to else ''}."))
    sys.exit(bool(found.refused))


def _handed_in(folder: Path) -> list[Path]:
    """Return each file that can be a receipt; raise `ValueError` if there is none."""
    paths = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in SUFFIXES]
    if not paths:
        raise ValueError(f"{folder} has no .html or .json file: name the folder with the receipts")
    return paths


def _bytes(path: Path) -> bytes:
    """Return what is in a file, but of one that is too large only enough to tell."""
    from okin_lib.lessons.receipts.reading import LARGEST, BadReceipt

    try:
        if not path.is_file():  # what is no file may never end
            raise BadReceipt("it is no file", "put the receipt itself in the folder")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise BadReceipt(f"it cannot be read, {error.strerror}", "make it readable") from None


@click.command()
@click.option("--to", type=click.Path(path_type=Path), help="Write it to a file.")
@FORCE
@click.argument("notebook", required=False)
def key(notebook: str | None, to: Path | None, force: bool) -> None:
    """Print the answer key of NOTEBOOK, or of all, as Markdown.

    It has each question with its answer and why, the passages, and what tempts elsewhere; where
    readers differ, each choice with what it rests on.
    """
    from okin_lib.hosts.writing import put
    from okin_lib.lessons.installed import load_case
    from okin_lib.lessons.key import key as key_to
    from okin_lib.lessons.library import plans, start
    from okin_lib.lessons.misconceptions import Misconceptions

    try:
        asked = [start(_lesson_id(notebook)).plan] if notebook else plans()
        taken = load_case().study(Misconceptions).misconceptions
        text = key_to(asked, {each.id: each.says for each in taken})
        if to:
            put(to, text.encode(), force)
    except ValueError as error:
        refuse(error)
    print(visible(f"Wrote {to}." if to else text.rstrip("\n")))


@click.command()
@click.option(
    "--to", type=click.Path(path_type=Path), help="The page; else NOTEBOOK-handout.html."
)
@FORCE
@click.argument("notebook")
def handout(notebook: str, to: Path | None, force: bool) -> None:
    """Write a page to print for when the projector or the network fails.

    It has the questions of NOTEBOOK with boxes to tick and lines to write on, what can be
    switched, and the passages with their pages; and no answers.
    """
    from okin_lib.hosts.offline import framed
    from okin_lib.hosts.writing import put
    from okin_lib.lessons.handout import handout as handout_of
    from okin_lib.lessons.library import start

    try:
        lesson = start(_lesson_id(notebook))
        page = to or Path(f"{lesson.plan.id}-handout.html")
        made = framed(lesson.plan.title, [handout_of(lesson.case, lesson.plan)], still=False)
        put(page, made.encode(), force)
    except ValueError as error:
        refuse(error)
    print(visible(f"Wrote {page}: print it from any browser."))


def _lesson_id(notebook: str) -> str:
    """Return the lesson of a notebook that is named as `okin export` takes it."""
    return Path(notebook).name.removesuffix(".ipynb")
