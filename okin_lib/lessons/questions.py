"""Questions to a learner: to predict and commit, to check oneself, to leave with."""

from collections.abc import Sequence

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.lessons.lesson_file import Exit
from okin_lib.page.passages import passages
from okin_lib.page.template import RegionId, render
from okin_lib.record.types import Support

Choices = Sequence[tuple[str, str]]
"""Id and label of each answer to choose from."""


def opening(title: str, question: str, goals: Sequence[str], region: RegionId) -> str:
    """Return what a lesson opens with."""
    return render("lessons/opening", title=title, question=question, goals=goals, region=region)


def prediction(
    question: str,
    choices: Choices,
    id: str,
    longest: int,
    drawing: Markup,
    region: RegionId,
) -> str:
    """Return the form in which a learner commits to a prediction and a reason."""
    return render(
        "lessons/prediction",
        question=question,
        choices=choices,
        id=id,
        longest=longest,
        drawing=drawing,
        region=region,
    )


def committed(
    question: str, predicted: str, because: str, feedback: Markup, region: RegionId
) -> str:
    """Return a prediction that can no longer change, and what the opinion has to say to it."""
    return render(
        "lessons/committed",
        question=question,
        predicted=predicted,
        because=because,
        feedback=feedback,
        region=region,
    )


def feedback(case: Case, answer: str, text: str, because: Sequence[Support], where: str) -> Markup:
    """Return what the opinion has to say to an answer: the reason and its passages.

    Parameters
    ----------
    answer
        What was answered, where it is not said beside it.
    """
    return render(
        "lessons/feedback", answer=answer, text=text, passages=passages(case, because), where=where
    )


def leaving(case: Case, asked: Exit, region: RegionId) -> str:
    """Return the question that a lesson ends with, and passages to draw on."""
    return render("lessons/exit", asked=asked, passages=passages(case, asked.hints), region=region)


def sealed(region: RegionId, text: str) -> str:
    """Return a region that shows only once something else is done; without ``text``, nothing."""
    return render("lessons/sealed", region=region, text=text)
