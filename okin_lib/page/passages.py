"""A reason with its passage, and one step away the passage where it stands."""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.own_case import bare
from okin_lib.page.template import render
from okin_lib.reasoning.types import Finding
from okin_lib.record.types import Support


def reasons(case: Case, finding: Finding) -> Markup:
    """Return every reason of a finding with its passage, and last why it leans, if it does."""
    return Markup("\n").join([passages(case, finding.because), leaning(case, finding)])


def leaning(case: Case, finding: Finding) -> Markup:
    """Return why a finding leans to a side, with its passage; nothing if it does not."""
    return Markup("\n").join(passage(case, each, leaning=True) for each in finding.leaning)


def passages(case: Case, supports: Iterable[Support]) -> Markup:
    """Return every reason with its passage."""
    return Markup("\n").join(passage(case, support) for support in supports)


def passage(case: Case, support: Support, leaning: bool = False) -> Markup:
    """Return one reason: its text, the quotation, the pin, whose words, and of what weight.

    Parameters
    ----------
    leaning
        Whether it is why an open point leans to a side.
    """
    return _passage(bare(case), support, leaning)


# A click asks for hundreds of passages again, which are always the same, whatever is supposed.
@lru_cache(maxsize=4096)
def _passage(case: Case, support: Support, leaning: bool) -> Markup:
    return render("page/passage", case=case, support=support, leaning=leaning)
