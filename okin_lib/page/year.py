"""The choice of the year in which the events begin."""

from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.page.template import RegionId, render


# Each click on a board asks for it, and almost none changes it.
@lru_cache(maxsize=64)
def year_choice(case: Case, region: RegionId, year: int | None) -> str:
    """Return the choice of the year alone; None for the record's own."""
    own = case.record.conduct_year
    years = sorted({*case.years, year or own})  # a code or a case file can name any
    return render("page/year", year=year or own, years=years, own=own, region=region)
