"""Words that describe violence, which stand as they are or under the name of the act.

What is shown of the two is the page's to choose, and no lesson's: the markup holds both.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen
from markupsafe import Markup, escape

from okin_lib.doctrine.case import Case

# No native button: one would not open in a disabled fieldset, as on a page to read offline.
COVERED = Markup(
    '<span class="worded" data-key="w{}"><span role="button" tabindex="0">{}</span>'
    "<span>{}</span></span>"
)


@frozen
class _Covers:
    pattern: re.Pattern[str]
    of: Mapping[str, tuple[int, str]]
    """By the words, which of the case's they are, and the name of the act."""


def worded(case: Case, text: str) -> Markup:
    """Return a text in which the words that describe violence can be covered."""
    covers = _covers(case)
    if covers is None or not covers.pattern.search(text):
        return escape(text)
    plain, *rest = covers.pattern.split(text)
    parts = [escape(plain)]
    for words, after in zip(rest[::2], rest[1::2], strict=True):
        parts += [COVERED.format(*covers.of[words], words), escape(after)]
    return Markup("").join(parts)


@lru_cache(maxsize=4)
def _covers(case: Case) -> _Covers | None:
    every = enumerate(case.record.graphic)
    of = {words: (n, each.act) for n, each in every for words in (each.words, *each.also)}
    longest_first = sorted(map(re.escape, of), key=len, reverse=True)
    return _Covers(re.compile(rf"(?<!\w)({'|'.join(longest_first)})(?!\w)"), of) if of else None
