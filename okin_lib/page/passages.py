"""A reason with its passage, and one step away the passage where it stands."""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.page.template import render
from okin_lib.record.types import Support


def passages(case: Case, supports: Iterable[Support]) -> Markup:
    """Return every reason with its passage."""
    return Markup("\n").join(passage(case, support) for support in supports)


# A click asks for hundreds of passages again, which are always the same.
@lru_cache(maxsize=4096)
def passage(case: Case, support: Support) -> Markup:
    """Return one reason: its text, the quotation, the pin, whose words, and of what weight."""
    return render("page/passage", case=case, support=support)
