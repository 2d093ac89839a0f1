"""How long each notebook takes, and how many controls it shows, as a table.

Minutes are words at 200 a minute and 20 seconds for each act. The words are those that a learner
meets: the prose, each question with its options, what one answer of average length gets, and what
the exercise says after each task, with why. A look is not read through: it counts for 250 words at
most. A task is two acts: what it asks for, and the next one.
"""

import json
import re
from collections.abc import Iterable

from markupsafe import Markup

from okin_lib.hosts.serve import notebooks
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.lesson_file import Choice, Plan, Question, ToPredict
from okin_lib.lessons.library import plans, start
from okin_lib.lessons.look import REGION
from okin_lib.lessons.whole import Whole
from okin_lib.page.regions import RegionId
from okin_lib.record.types import Support

WORDS_A_MINUTE, SECONDS_AN_ACT, LOOKED_UP = 200, 20, 250
WORD, CONTROL = re.compile(r"[\w'’-]*\w"), re.compile(r"data-act=")
SAID = tuple(map(RegionId, ("live", "why", "established")))
"""The regions that say what an exercise comes to, and why."""


def words(*texts: str) -> int:
    """Return how many words there are in the texts."""
    return sum(len(WORD.findall(text)) for text in texts)


def prose(plan: Plan) -> int:
    """Return how many words a notebook has beside its lesson."""
    cells = json.loads((notebooks() / f"{plan.id}.ipynb").read_text("utf-8"))["cells"]
    return words(*("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"))


def read(plan: Plan) -> int:
    """Return how many words of a lesson a learner reads."""
    asked = sum(question_words(question) for question in plan.questions)
    left = 0 if plan.exit is None else words(plan.exit.question, plan.exit.task)
    return asked + left + words(*(task.do for task in plan.tasks))


def question_words(question: Question) -> int:
    """Return the words of a question, its options, and an answer of average length."""
    told = [answer_words(choice) for choice in question.choices]
    return words(question.question, *(choice.label for choice in question.choices)) + (
        sum(told) // len(told)
    )


def answer_words(choice: Choice) -> int:
    """Return the words of what an answer gets."""
    return words(choice.feedback) + passage_words(choice.because)


def passage_words(supports: Iterable[Support]) -> int:
    """Return the words of passages and of what is said to them."""
    return words(*(text for each in supports for text in (each.text, each.quote)))


def acts(plan: Plan) -> int:
    """Return how many acts a lesson asks for."""
    predicted = sum(isinstance(question, ToPredict) for question in plan.questions)
    answered = len(plan.questions) - predicted
    written = (plan.named is not None) + (plan.exit is not None)
    return 3 * predicted + 3 * answered + 2 * len(plan.tasks) + written


def opened(plan: Plan) -> Guided | Whole:
    """Return a lesson with each prediction made."""
    lesson = start(plan.id)
    for asked in filter(None, (plan.prediction, plan.again)):
        value = {"choice": asked.choices[0].id, "because": "so that it opens"}
        lesson = lesson.after({"commit": asked.id, "value": value})
    return lesson


def seen(plan: Plan) -> int:
    """Return how many words an exercise says after each task, and what is read of the looks."""
    lesson = opened(plan)
    after = [
        lesson.after({"suppose": task.tries}) if task.tries else lesson for task in plan.tasks
    ]
    said = [Markup(html).striptags() for each in after for html in of(each, SAID)]
    its = lesson.plan.looks if isinstance(lesson, Guided) else None
    shown = [lesson.after({"show": look}).regions()[REGION] for look in its.show] if its else []
    looked = sum(min(LOOKED_UP, words(Markup(html).striptags())) for html in shown)
    return words(*said) + looked


def of(lesson: Guided | Whole, regions: Iterable[RegionId]) -> list[str]:
    """Return those of the regions that a lesson has."""
    every = lesson.regions()
    return [every[key] for key in regions if key in every]


def controls(plan: Plan) -> int:
    """Return how many controls show once all is open, all parts together."""
    return sum(len(CONTROL.findall(html)) for html in opened(plan).regions().values())


def main() -> None:
    """Print a line for each notebook."""
    print(f"{'notebook':28}{'words':>7}{'acts':>6}{'minutes':>9}{'controls':>10}")
    for plan in plans():
        said, done = prose(plan) + read(plan) + seen(plan), acts(plan)
        minutes = said / WORDS_A_MINUTE + done * SECONDS_AN_ACT / 60
        print(f"{plan.id:28}{said:7,}{done:6}{minutes:9.0f}{controls(plan):10}")


if __name__ == "__main__":
    main()
