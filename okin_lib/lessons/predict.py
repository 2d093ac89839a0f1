"""Predict, commit, reveal: a prediction and a reason, which stay as they are once committed."""

from collections.abc import Mapping

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.lessons import questions
from okin_lib.lessons.lesson_file import Choice, Question
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.regions import BadEvent, Regions

REGION = "prediction"
LONGEST = 300


@frozen
class Prediction(Acting):
    """A question to predict the answer of, and the prediction once it is committed."""

    case: Case
    question: Question
    choice: Choice | None = None
    because: str = ""

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The one part of a prediction."""
        return {REGION: (REGION,)}

    @property
    def committed(self) -> bool:
        """Whether the prediction is made, and can no longer change."""
        return self.choice is not None

    def regions(self) -> Regions:
        """The form, or what was committed and what the opinion has to say to it."""
        return {REGION: self._form() if self.choice is None else self._committed(self.choice)}

    @step("commit", "prediction", lambda prediction: (prediction.question.id,))
    def _commit(self, act: Act) -> "Prediction":
        if self.committed:
            raise BadEvent("this prediction is committed, and stays as it is")
        because = act.field("because")
        if len(because) > LONGEST:
            raise BadEvent(f"the reason is longer than {LONGEST} characters")
        return evolve(self, choice=chosen(self.question, act), because=because)

    def _form(self) -> str:
        return questions.prediction(
            self.question.question, labels(self.question), self.question.id, LONGEST, REGION
        )

    def _committed(self, choice: Choice) -> str:
        said = questions.feedback(
            self.case, choice.label, choice.feedback, choice.because, f"{REGION}-{choice.id}"
        )
        return questions.committed(
            self.question.question, choice.label, self.because, said, REGION
        )


def chosen(question: Question, act: Act) -> Choice:
    """Return the choice that the form of a question names; raise `BadEvent` if it has none."""
    choices = {choice.id: choice for choice in question.choices}
    return choices[known(f"choice of {question.id}", act.field("choice"), choices)]


def labels(question: Question) -> list[tuple[str, str]]:
    """Return the id and label of each choice."""
    return [(choice.id, choice.label) for choice in question.choices]
