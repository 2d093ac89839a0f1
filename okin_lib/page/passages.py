"""A reason with its passage, and one step away the passage where it stands."""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.own_case import bare
from okin_lib.page.sides import argued
from okin_lib.page.template import render
from okin_lib.reasoning.types import Finding
from okin_lib.record.types import PartyId, Side, Support


def reasons(case: Case, finding: Finding) -> Markup:
    """Return every reason of a finding with its passage, and last why it leans, if it does."""
    because = passages(case, finding.because, finding.party)
    return Markup("\n").join([because, leaning(case, finding)])


def leaning(case: Case, finding: Finding) -> Markup:
    """Return why a finding leans to a side, with its passage; nothing if it does not."""
    return Markup("\n").join(
        _told(case, each, argued(case, each, finding.party, leaning=True))
        for each in finding.leaning
    )


def foremost(because: Iterable[Support]) -> tuple[Support, ...]:
    """Return the first reason, and the first of each side that argues."""
    first: dict[Side | None, Support] = {}
    for support in because:
        first.setdefault(support.side, support)
    return tuple(first.values())


def passages(case: Case, supports: Iterable[Support], party: PartyId) -> Markup:
    """Return every reason with its passage, as `passage` does."""
    return Markup("\n").join(passage(case, support, party) for support in supports)


def passage(case: Case, support: Support, party: PartyId) -> Markup:
    """Return one reason: its text, the quotation, the pin, whose words, and of what weight.

    Parameters
    ----------
    party
        Of whom it is given, which says for whom it argues; `NO_PARTY` where it is of the case.
    """
    return _told(case, support, argued(case, support, party))


def _told(case: Case, support: Support, lead: str) -> Markup:
    return _rendered(bare(case), support, lead)


# A click asks for hundreds of passages again, which are always the same, whatever is supposed.
@lru_cache(maxsize=4096)
def _rendered(case: Case, support: Support, lead: str) -> Markup:
    at = case.opinion.location(support.page, support.quote)[:2]
    return render("page/passage", case=case, support=support, lead=lead, at=at)
