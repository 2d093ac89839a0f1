"""Self-check: questions answered with reason, quotation and page; nothing is scored."""

from attrs import evolve, frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.lessons import questions
from okin_lib.lessons.lesson_file import Choice, Question
from okin_lib.lessons.predict import labels
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.regions import Parts, RegionId, Regions


@frozen
class SelfCheck(Acting):
    """Questions, and the last answer to each that was answered."""

    keeps = ("answers",)

    case: Case
    questions: tuple[Question, ...]
    answers: dict[str, str] = {}

    @property
    def parts(self) -> Parts:
        """The one part of a self-check."""
        return {"check": tuple(_region(question) for question in self.questions)}

    def regions(self) -> Regions:
        """Each question with what there is to say to its answer."""
        return {_region(question): self._question(question) for question in self.questions}

    @step("commit", "question", lambda check: [question.id for question in check.questions])
    def _commit(self, act: Act) -> "SelfCheck":
        answers = {**self.answers, act.target: act.field("choice")}
        return evolve(self, answers=answers).checked()

    def checked(self) -> "SelfCheck":
        """Return the self-check; raise `BadEvent` if there is no such answer."""
        asked = {question.id: question for question in self.questions}
        for key, answer in self.answers.items():
            known(f"choice of {key}", answer, asked[known("question", key, asked)].answers)
        return self

    def _question(self, question: Question) -> str:
        answer = question.answers.get(self.answers.get(question.id, ""))
        return questions.check(
            question.question,
            labels(question),
            question.id,
            answer.id if answer else "",
            self._feedback(question, answer) if answer else Markup(""),
            _region(question),
        )

    def _feedback(self, question: Question, answer: Choice) -> Markup:
        return questions.feedback(
            self.case, answer.label, answer.feedback, answer.because, f"{question.id}-{answer.id}"
        )


def _region(question: Question) -> RegionId:
    return RegionId(f"check-{question.id}")
