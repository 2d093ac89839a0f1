"""A memo as one page that needs nothing else, to read, to print and to write on."""

from okin_lib.course.memo.document import Memo
from okin_lib.page.template import render


def as_html(memo: Memo) -> str:
    """Return the memo as a page."""
    return render("course/memo/memo", memo=memo)
