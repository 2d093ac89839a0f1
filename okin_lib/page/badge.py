"""How a finding stands: sign, word and grade, the same wherever it shows."""

from functools import lru_cache

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.statuses import Status
from okin_lib.page.template import render
from okin_lib.page.words import STATUS, firmness, how_it_stands
from okin_lib.reasoning.types import Finding


def badge(case: Case, finding: Finding) -> Markup:
    """Return the badge of a finding."""
    text = how_it_stands(case, finding)
    return badge_of(finding.status, text, firmness(finding.status, finding.grade))


# A page holds hundreds of badges of a few dozen kinds.
@lru_cache(maxsize=256)
def badge_of(status: Status, text: str, grade: str) -> Markup:
    """Return the badge of a status: how it stands in words, and how firmly."""
    return render("page/badge", status=status, sign=STATUS[status].sign, text=text, grade=grade)
