"""Where a learner is in an exercise, as a short code for a link: words between dots."""

import re
from collections.abc import Iterable

from okin_lib.doctrine.case import Case
from okin_lib.page.regions import BadEvent

LONGEST = 400


def coded(case: Case, *words: Iterable[str] | str) -> str:
    """Return the words as a code, a list of them as one, with the version of the law first."""
    told = [word if isinstance(word, str) else "_".join(sorted(word)) for word in words]
    return ".".join([str(case.record.law), *told])


def decoded(case: Case, code: str, count: int) -> list[str]:
    """Return the ``count`` words of a code; raise `BadEvent` if it has others, or of other law."""
    law, *words = code[:LONGEST].split(".")
    if not re.fullmatch(r"\d{1,6}", law) or len(words) != count:
        raise BadEvent("it is no link to this exercise")
    if int(law) != case.record.law:
        raise BadEvent("it was made with another version of the law")
    return words
