"""Questions to a learner: to predict and commit, to check oneself, to leave with."""

from collections.abc import Sequence

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.glossary.view import explained
from okin_lib.page.passages import passages
from okin_lib.page.template import RegionId, render
from okin_lib.record.types import NO_PARTY, Support


def opening(case: Case, title: str, question: str, goals: Sequence[str], region: RegionId) -> str:
    """Return what a lesson opens with."""
    asked, *aims = explained(case, question, *goals)
    return render("lessons/opening", title=title, question=asked, goals=aims, region=region)


def feedback(case: Case, answer: str, text: str, because: Sequence[Support], where: str) -> Markup:
    """Return what the opinion has to say to an answer: the reason and its passages.

    Parameters
    ----------
    answer
        What was answered, where it is not said beside it.
    """
    (said,) = explained(case, text)
    return render(
        "lessons/feedback",
        answer=answer,
        text=said,
        passages=passages(case, because, NO_PARTY),
        where=where,
    )


def sealed(region: RegionId, text: str) -> str:
    """Return a region that shows only once something else is done; without ``text``, nothing."""
    return render("lessons/sealed", region=region, text=text)
