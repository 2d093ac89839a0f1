"""Predict, commit, reveal: a prediction and a reason, which stay as they are once committed."""

from collections.abc import Sequence

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.glossary.view import explained
from okin_lib.lessons import questions
from okin_lib.lessons.asked import drawing
from okin_lib.lessons.lesson_file import ToPredict
from okin_lib.lessons.receipts.receipt import Answered, Asking
from okin_lib.page.act import Act, known
from okin_lib.page.acting import step
from okin_lib.page.regions import BadEvent, Parts, RegionId, Regions
from okin_lib.page.template import render
from okin_lib.page.unfolding import Unfolding

REGION, AGAIN = RegionId("prediction"), RegionId("again")
LONGEST = 300


@frozen
class Words:
    """What a prediction is called, what its button says, and what follows once it is made."""

    title: str
    button: str
    then: str


OPENING = Words(
    "Predict first",
    "Commit, and open what follows",
    "What follows is open now: try it there before you read on.",
)
TRYING = Words(
    "Predict first",
    "Commit, and see what {} says",
    "Try it on the board before you read on.",
)
ANEW = Words(
    "Predict again",
    "Commit, and see what {} says",
    "Try it before you read on: what would have answered it is open now.",
)
UNTRIED = evolve(ANEW, then="Say what each side would quote for it before you read on.")
"""Where nothing was closed that would answer it."""


@frozen
class Prediction(Asking, Unfolding):
    """A question to predict the answer of, and the prediction once it is committed."""

    keeps = ("choice", "because", "unfolded")

    case: Case
    question: ToPredict
    region: RegionId = REGION
    words: Words = OPENING
    choice: str = ""
    because: str = ""
    unfolded: bool = False

    @property
    def boxes_in(self) -> RegionId:
        """The region that has what the opinion has to say to it."""
        return self.region

    @property
    def parts(self) -> Parts:
        """The one part of a prediction."""
        return {"predict" if self.region == REGION else self.region: (self.region,)}

    @property
    def committed(self) -> bool:
        """Whether the prediction is made, and can no longer change."""
        return bool(self.choice)

    @property
    def answered(self) -> tuple[Answered, ...]:
        """The question, and what was committed."""
        asked = self.question
        label = asked.answers[self.choice].label if self.committed else ""
        of = (self.region, asked.id, asked.question)
        return (Answered(*of, self.choice, label, self.because),)

    def regions(self) -> Regions:
        """The form, or what was committed and what the opinion has to say to it."""
        return {self.region: self._committed() if self.committed else self._form()}

    @step("commit", "prediction", lambda prediction: (prediction.question.id,))
    def _commit(self, act: Act) -> "Prediction":
        if self.committed:
            raise BadEvent("this prediction is committed, and stays as it is")
        because = act.field("because")
        return evolve(self, choice=act.field("choice"), because=because).checked()

    def fitted(self, _start: "Prediction") -> "tuple[Prediction, Sequence[str]]":
        """Return the prediction; open again, where its answer is no longer offered."""
        if not self.choice or self.choice in self.question.answers:
            return self, ()
        gone = f"an answer to {self.question.question!r}, for which you wrote {self.because!r}"
        return evolve(self, choice="", because=""), (gone,)

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
            question=explained(self.case, self.question.question)[0],
            words=self.words,
            button=self.words.button.format(self.case.record.called.text),
            longest=LONGEST,
            drawing=drawn,
            region=self.region,
        )

    def _committed(self) -> str:
        choice = self.question.answers[self.choice]
        return render(
            "lessons/committed",
            question=explained(self.case, self.question.question)[0],
            words=self.words,
            predicted=choice.label,
            because=self.because,
            text=self.case.record.called.text,
            unfolded=self.unfolded,
            feedback=questions.feedback(
                self.case, "", choice.feedback, choice.because, f"{self.region}-{choice.id}"
            ),
            region=self.region,
        )
