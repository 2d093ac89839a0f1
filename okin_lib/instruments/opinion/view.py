"""The opinion itself, at a page, with a passage marked and the citations before and after it."""

from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.instruments.opinion.citations import citations
from okin_lib.page.template import RegionId, render


# Every click on a page with the opinion asks for the page that is open.
@lru_cache(maxsize=64)
def opinion_page(case: Case, page: str, quote: str, region: RegionId) -> str:
    """Return the text at ``page``, with ``quote`` marked unless it is empty."""
    cited = [each for each in citations(case) if (each.page, each.quote) == (page, quote)]
    return render(
        "instruments/opinion/opinion",
        case=case,
        page=page,
        pins=_pins(case, page),
        paragraphs=[parts for parts in case.opinion.leaf(page, quote) if "".join(parts).strip()],
        marked=bool(quote),
        cited_for=[label for each in cited for label in each.cited_for],
        count=len(citations(case)),
        number=citations(case).index(cited[0]) + 1 if cited else None,
        region=region,
    )


def _pins(case: Case, page: str) -> list[str]:
    """The pages and notes to choose from; a passage across two pages is one more, in its place."""
    pins = [*case.opinion.pages, *case.opinion.notes]
    if page not in pins:
        pins.insert(pins.index(page.partition("-")[0]) + 1, page)
    return pins
