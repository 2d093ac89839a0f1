"""What a board shows, in plain text."""

from collections.abc import Iterable, Mapping

from okin_lib.doctrine.case import load_case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import scenario
from okin_lib.views.verdict import verdict_text


def verdict(
    without: Iterable[str] = (),
    added: Iterable[str] = (),
    readings: Mapping[str, str] | None = None,
) -> str:
    """Return the verdict on the record, or on what is supposed instead.

    Parameters
    ----------
    without, added
        Facts of the record to leave out, and hypothetical facts to add, by id.
    """
    case = load_case()
    return verdict_text(analyze(case, scenario(case, without, added, readings)), case)
