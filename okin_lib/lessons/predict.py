"""Predict, commit, reveal: a prediction and a reason, which stay as they are once committed."""

from attrs import evolve, frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.lessons import questions
from okin_lib.lessons.asked import drawing
from okin_lib.lessons.lesson_file import ToPredict
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.regions import BadEvent, Parts, RegionId, Regions
from okin_lib.page.template import render

REGION, AGAIN = RegionId("prediction"), RegionId("again")
LONGEST = 300


@frozen
class Words:
    """What a prediction is called, what its button says, and what follows once it is made."""

    title: str
    button: str
    then: str


WORDS = {
    REGION: Words(
        "Predict first",
        "Commit, and open what follows",
        "What follows is open now: try it there before you read on.",
    ),
    AGAIN: Words(
        "Predict again",
        "Commit, and see what the opinion says",
        "Try it before you read on: what would have answered it is open now.",
    ),
}


@frozen
class Prediction(Acting):
    """A question to predict the answer of, and the prediction once it is committed."""

    keeps = ("choice", "because")

    case: Case
    question: ToPredict
    region: RegionId = REGION
    choice: str = ""
    because: str = ""

    @property
    def parts(self) -> Parts:
        """The one part of a prediction."""
        return {self.region: (self.region,)}

    @property
    def committed(self) -> bool:
        """Whether the prediction is made, and can no longer change."""
        return bool(self.choice)

    def regions(self) -> Regions:
        """The form, or what was committed and what the opinion has to say to it."""
        return {self.region: self._committed() if self.committed else self._form()}

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
        about = self.question.about
        drawn = drawing(self.case, about.element, about.party, about.without) if about else ""
        return render(
            "lessons/prediction",
            asked=self.question,
            words=WORDS[self.region],
            longest=LONGEST,
            drawing=Markup(drawn),
            region=self.region,
        )

    def _committed(self) -> str:
        choice = self.question.answers[self.choice]
        return render(
            "lessons/committed",
            asked=self.question,
            words=WORDS[self.region],
            predicted=choice.label,
            because=self.because,
            feedback=questions.feedback(
                self.case, "", choice.feedback, choice.because, f"{self.region}-{choice.id}"
            ),
            region=self.region,
        )
