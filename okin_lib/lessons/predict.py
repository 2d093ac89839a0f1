"""Predict, commit, reveal: a prediction and a reason, which stay as they are once committed."""

from attrs import evolve, frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.lessons import questions
from okin_lib.lessons.asked import drawing
from okin_lib.lessons.lesson_file import Question, ToPredict
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.regions import BadEvent, Parts, RegionId, Regions

REGION = RegionId("prediction")
LONGEST = 300


@frozen
class Prediction(Acting):
    """A question to predict the answer of, and the prediction once it is committed."""

    keeps = ("choice", "because")

    case: Case
    question: ToPredict
    choice: str = ""
    because: str = ""

    @property
    def parts(self) -> Parts:
        """The one part of a prediction."""
        return {REGION: (REGION,)}

    @property
    def committed(self) -> bool:
        """Whether the prediction is made, and can no longer change."""
        return bool(self.choice)

    def regions(self) -> Regions:
        """The form, or what was committed and what the opinion has to say to it."""
        return {REGION: self._committed() if self.committed else self._form()}

    @step("commit", "prediction", lambda prediction: (prediction.question.id,))
    def _commit(self, act: Act) -> "Prediction":
        if self.committed:
            raise BadEvent("this prediction is committed, and stays as it is")
        because = act.field("because")
        return evolve(self, choice=act.field("choice"), because=because).checked()

    def checked(self) -> "Prediction":
        """Return the prediction; raise `BadEvent` if it cannot be made so."""
        if not self.choice and not self.because:
            return self
        if self.because != " ".join(self.because.split()) or not self.because:
            raise BadEvent("a prediction has a reason, on one line")
        if len(self.because) > LONGEST:
            raise BadEvent(f"the reason is longer than {LONGEST} characters")
        known(f"choice of {self.question.id}", self.choice, self.question.answers)
        return self

    def _form(self) -> str:
        asked, about = self.question, self.question.about
        drawn = drawing(self.case, about.element, about.party, about.without) if about else ""
        return questions.prediction(
            asked.question, labels(asked), asked.id, LONGEST, Markup(drawn), REGION
        )

    def _committed(self) -> str:
        choice = self.question.answers[self.choice]
        said = questions.feedback(
            self.case, "", choice.feedback, choice.because, f"{REGION}-{choice.id}"
        )
        return questions.committed(
            self.question.question, choice.label, self.because, said, REGION
        )


def labels(question: Question) -> list[tuple[str, str]]:
    """Return the id and label of each choice."""
    return [(choice.id, choice.label) for choice in question.choices]
