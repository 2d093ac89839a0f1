"""Reasons and facts as a memo tells them: with the passage, whose words, and what is invented."""

from collections.abc import Iterable

from okin_lib.course.memo.document import Said
from okin_lib.doctrine.case import Case
from okin_lib.page.supposition import INVENTED
from okin_lib.page.words import fact_status, source, spoken_by
from okin_lib.record.types import Fact, Hypothetical, Support


def told(case: Case, support: Support, lead: str = "") -> Said:
    """Return a reason with its passage, after what leads to it."""
    by = spoken_by(case, support)
    return Said(lead + support.text, quote=support.quote, pages=(support.page,), by=by)


def once(case: Case, supports: Iterable[Support]) -> tuple[Said, ...]:
    """Return each reason once, in order, with its passage."""
    return tuple(told(case, each) for each in dict.fromkeys(supports))


def stated(fact: Hypothetical) -> Said:
    """Return what a fact that is not in the record says, marked as invented."""
    return Said(fact.statement, INVENTED)


def labelled(fact: Fact) -> Said:
    """Return a fact of the record by its label with its page."""
    return Said(fact.label, pages=(fact.page,))


def whose(case: Case, fact: Fact) -> Said:
    """Return who tells a fact, and whether anyone denies it."""
    return Said(f"{source(fact.source)}; {fact_status(case, fact.status)}")


def passage(quote: str, page: str, by: str = "") -> Said:
    """Return a quotation by itself."""
    return Said(quote=quote, pages=(page,), by=by)
