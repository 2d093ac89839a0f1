"""The command that writes a bench memo."""

import sys
from pathlib import Path

import click

from okin_lib.files.stream import visible
from okin_lib.hosts.commands import refuse


@click.command()
@click.option("--side", required=True, help="For whom: one of the two sides, or the judge.")
@click.option("--party", required=True, metavar="ID", help="The officer whom it is on.")
@click.option("--code", metavar="CODE", help="The scenario of a code, or a link; else the record.")
@click.option(
    "--to",
    required=True,
    type=click.Path(path_type=Path),
    help="The file; it ends in .docx, .html or .md.",
)
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
def memo(side: str, party: str, code: str | None, to: Path, force: bool) -> None:
    """Write a bench memo on a scenario, its analysis left empty.

    It has the posture, the facts, the passages and what changes, for a side or for the judge, and
    spaces under headings for whoever writes it.
    """
    from okin_lib.course.memo.compose import memo as composed
    from okin_lib.course.memo.compose import seats, subjects
    from okin_lib.course.memo.formats import FORMATS
    from okin_lib.files.link import code_in
    from okin_lib.files.link_code import decode
    from okin_lib.hosts.writing import put
    from okin_lib.lessons.installed import load_case
    from okin_lib.reasoning.scenario import one_of
    from okin_lib.reasoning.types import Scenario

    try:
        case = load_case()
        kind = FORMATS[one_of("ending of a file", to.suffix[1:], FORMATS)]
        seat = seats(case)[one_of("side", side, seats(case))]
        officer = one_of("officer", party, subjects(case))
        coded = decode(case, code_in(code)) if code is not None else None
        supposed = coded.scenario if coded else Scenario()
        put(to, kind.make(composed(case, supposed, seat, officer)), force)
    except ValueError as error:
        refuse(error)
    if coded and coded.notice:
        print(coded.notice, file=sys.stderr)
    print(visible(f"Wrote {to}: what the analysis asks for is left for you to write."))
