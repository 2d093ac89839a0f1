"""Self-check: questions answered with reason, quotation and page; nothing is scored.

An answer is followed by the passage: which of those that the answers rest on decides it. What the
opinion has to say opens once one is chosen.
"""

from collections.abc import Sequence

from attrs import evolve, frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.lessons import questions
from okin_lib.lessons.lesson_file import Question
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.regions import Mistake, Parts, RegionId, Regions
from okin_lib.page.template import render
from okin_lib.record.types import Support

CHECK, RECALL = RegionId("check"), RegionId("recall")
TITLE = {CHECK: "Check yourself", RECALL: "From an earlier notebook"}


def _ids(check: "SelfCheck") -> list[str]:
    return [question.id for question in check.questions]


@frozen
class SelfCheck(Acting):
    """Questions, the one that is asked, and the last answer to each that was answered."""

    keeps = ("answers", "cited", "at")

    case: Case
    questions: tuple[Question, ...]
    region: RegionId = CHECK
    because: str = ""
    """What the learner wrote for their prediction, to come back to."""
    answers: dict[str, str] = {}
    cited: dict[str, str] = {}
    """By question, the pin of the passage that was chosen for it."""
    at: str = ""
    """The question that is asked; the first, if none is named."""

    @property
    def parts(self) -> Parts:
        """The one part of a self-check."""
        return {self.region: (self.region,)}

    def regions(self) -> Regions:
        """One question, with what there is to say to its answer; the others wait beside it."""
        shown = render(
            "lessons/check",
            title=TITLE[self.region],
            questions=self.questions,
            at=self.at or self.questions[0].id,
            answers={question.id: self.answers.get(question.id) for question in self.questions},
            passages={question.id: passages_of(question) for question in self.questions},
            cited={question.id: self.cited.get(question.id) for question in self.questions},
            said={q.id: self._said(q) for q in self.questions if self._answered(q)},
            because=self.because,
            region=self.region,
        )
        return {self.region: shown}

    @step("commit", "question", _ids)
    def _commit(self, act: Act) -> "SelfCheck":
        answers = {**self.answers, act.target: act.field("choice")}
        return evolve(self, answers=answers, at=act.target).checked()

    @step("cite", "question", _ids)
    def _cite(self, act: Act) -> "SelfCheck":
        if act.target not in self.answers:
            raise Mistake("Nothing was opened: answer the question first.")
        cited = {**self.cited, act.target: act.field("passage")}
        return evolve(self, cited=cited, at=act.target).checked()

    @step("ask", "question", _ids)
    def _ask(self, act: Act) -> "SelfCheck":
        return evolve(self, at=act.target)

    def checked(self) -> "SelfCheck":
        """Return the self-check; raise `BadEvent` if there is no such answer, or passage."""
        asked = {question.id: question for question in self.questions}
        if self.at:
            known("question", self.at, asked)
        for key, answer in self.answers.items():
            known(f"choice of {key}", answer, asked[known("question", key, asked)].answers)
        for key, pin in self.cited.items():
            pins = [each.page for each in passages_of(asked[known("question", key, self.answers)])]
            known(f"passage of {key}", pin, pins)
        return self

    def _answered(self, question: Question) -> bool:
        """Whether all is done that opens what the opinion has to say."""
        passed = question.id in self.cited or not passages_of(question)
        return question.id in self.answers and passed

    def _said(self, question: Question) -> Markup:
        answer = question.answers[self.answers[question.id]]
        return questions.feedback(
            self.case, answer.label, answer.feedback, answer.because, f"{question.id}-{answer.id}"
        )


def passages_of(question: Question) -> Sequence[Support]:
    """Return the passages to choose from, one a page: what decides it, and what answers rest on.

    There are none where all rests on one page: there would be nothing to choose.
    """
    decides = [] if question.rests_on is None else [question.rests_on]
    rested = [choice.because[0] for choice in question.choices if choice.because]
    by_page = {each.page: each for each in reversed([*decides, *rested])}
    return [by_page[page] for page in sorted(by_page)] if len(by_page) > 1 else []
