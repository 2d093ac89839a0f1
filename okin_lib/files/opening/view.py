"""A case file on a page: the form that opens one, and one that is open."""

from okin_lib.doctrine.case import Case
from okin_lib.files.opening.answered import LARGEST, answered
from okin_lib.page.template import RegionId, render
from okin_lib.reasoning.types import Scenario

TEXT = "text"
"""The field of the form."""


def case_file_panel(
    case: Case,
    text: str,
    supposed: Scenario,
    refused: tuple[str, ...],
    unfolded: bool,
    region: RegionId,
) -> str:
    """Return the form that opens a case file, and what comes of the one that is open.

    Parameters
    ----------
    case
        The case as it is without the facts of a learner's own.
    text
        The text of the file that is open; empty if none is.
    supposed
        What is supposed on the board.
    refused
        What was wrong in the file that was last to be opened.
    unfolded
        Whether the form is asked for.
    """
    return render(
        "files/opening/view",
        region=region,
        file=answered(case, text) if text else None,
        text=text,
        field=TEXT,
        supposed=supposed,
        refused=refused,
        unfolded=unfolded or bool(refused),
        largest=LARGEST,
    )
