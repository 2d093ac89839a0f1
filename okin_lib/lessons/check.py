"""Self-check: questions answered with reason, quotation and page; nothing is scored."""

from attrs import evolve, frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.lessons import questions
from okin_lib.lessons.lesson_file import Question
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.regions import Parts, RegionId, Regions
from okin_lib.page.template import render

REGION = RegionId("check")


def _ids(check: "SelfCheck") -> list[str]:
    return [question.id for question in check.questions]


@frozen
class SelfCheck(Acting):
    """Questions, the one that is asked, and the last answer to each that was answered."""

    keeps = ("answers", "at")

    case: Case
    questions: tuple[Question, ...]
    answers: dict[str, str] = {}
    at: str = ""
    """The question that is asked; the first, if none is named."""

    @property
    def parts(self) -> Parts:
        """The one part of a self-check."""
        return {REGION: (REGION,)}

    def regions(self) -> Regions:
        """One question, with what there is to say to its answer; the others wait beside it."""
        shown = render(
            "lessons/check",
            questions=self.questions,
            at=self.at or self.questions[0].id,
            answers={question.id: self.answers.get(question.id) for question in self.questions},
            said={q.id: self._said(q) for q in self.questions if q.id in self.answers},
            region=REGION,
        )
        return {REGION: shown}

    @step("commit", "question", _ids)
    def _commit(self, act: Act) -> "SelfCheck":
        answers = {**self.answers, act.target: act.field("choice")}
        return evolve(self, answers=answers, at=act.target).checked()

    @step("ask", "question", _ids)
    def _ask(self, act: Act) -> "SelfCheck":
        return evolve(self, at=act.target)

    def checked(self) -> "SelfCheck":
        """Return the self-check; raise `BadEvent` if there is no such answer."""
        asked = {question.id: question for question in self.questions}
        if self.at:
            known("question", self.at, asked)
        for key, answer in self.answers.items():
            known(f"choice of {key}", answer, asked[known("question", key, asked)].answers)
        return self

    def _said(self, question: Question) -> Markup:
        answer = question.answers[self.answers[question.id]]
        return questions.feedback(
            self.case, answer.label, answer.feedback, answer.because, f"{question.id}-{answer.id}"
        )
