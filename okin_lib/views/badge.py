"""How a finding stands: sign, word and grade, the same wherever it shows."""

from functools import lru_cache

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.types import Status
from okin_lib.reasoning.types import Finding
from okin_lib.views.page import render
from okin_lib.views.words import STATUS, firmness, standing


def badge(case: Case, finding: Finding) -> Markup:
    """Return the badge of a finding."""
    text = standing(case, finding.status, finding.lean)
    return badge_of(finding.status, text, firmness(finding.status, finding.grade))


@lru_cache(maxsize=256)
def badge_of(status: Status, text: str, grade: str) -> Markup:
    """Return the badge of a status: how it stands in words, and how firmly."""
    return render("badge", status=status, sign=STATUS[status].sign, text=text, grade=grade)
