"""A reason with its passage, and one step away the passage where it stands."""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.record.types import Support
from okin_lib.views.page import render


def passages(case: Case, supports: Sequence[Support], where: str) -> Markup:
    """Return every reason with its passage.

    Parameters
    ----------
    where
        What tells these apart from the same passages elsewhere on the page.
    """
    return Markup("\n").join(passage(case, support, where) for support in supports)


@lru_cache(maxsize=4096)
def passage(case: Case, support: Support, where: str) -> Markup:
    """Return one reason: its text, the quotation, the pin, whose words, and of what weight."""
    before, quote, after = case.opinion.passage(support.page, support.quote)
    said = f"{support.page} {support.quote} {support.side} {support.text}"
    return render(
        "passage",
        case=case,
        support=support,
        id=f"{where}-{crc32(said.encode()):08x}",
        before=before,
        quote=quote,
        after=after,
    )
