"""How a finding stands: sign, word and grade, the same wherever it shows."""

from functools import lru_cache

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.types import Grade, Status
from okin_lib.reasoning.types import Finding
from okin_lib.record.types import Side
from okin_lib.views.page import render
from okin_lib.views.words import STATUS, firmness, standing


def badge(case: Case, finding: Finding) -> Markup:
    """Return the badge of a finding."""
    return _badge(case, finding.status, finding.grade, finding.lean)


@lru_cache(maxsize=256)
def _badge(case: Case, status: Status, grade: Grade, lean: Side | None) -> Markup:
    return render(
        "badge",
        status=status,
        sign=STATUS[status].sign,
        text=standing(case, status, lean),
        grade=firmness(status, grade),
    )
