"""Self-check: questions answered with reason, quotation and page; nothing is scored.

An answer is followed by the passage: which of those that the answers rest on decides it. What the
opinion has to say opens once one is chosen.
"""

from collections.abc import Sequence
from typing import ClassVar, Self

from attrs import evolve, frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.glossary.view import explained
from okin_lib.lessons import questions
from okin_lib.lessons.lesson_file import Question
from okin_lib.lessons.receipts.receipt import Answered, Asking
from okin_lib.page.act import Act, known
from okin_lib.page.acting import step
from okin_lib.page.regions import BadEvent, Mistake, Parts, RegionId, Regions, region_ids
from okin_lib.page.template import render
from okin_lib.record.types import Support

CHECK, RECALL, NAMED = region_ids("check", "recall", "named")
TITLE = {
    CHECK: "Check yourself",
    RECALL: "From an earlier notebook",
    NAMED: "Name it in words",
}
LONGEST = 1000


def _ids(check: "SelfCheck") -> list[str]:
    return [question.id for question in check.questions]


@frozen
class SelfCheck(Asking):
    """Questions, the one that is asked, and the last answer to each that was answered."""

    keeps: ClassVar[tuple[str, ...]] = ("answers", "cited", "at")

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

    @property
    def answered(self) -> tuple[Answered, ...]:
        """Each question, with its last answer and the passage chosen for it."""
        return tuple(map(self._told, self.questions))

    def regions(self) -> Regions:
        """One question, with what there is to say to its answer; the others wait beside it."""
        shown = render(
            "lessons/check",
            case=self.case,
            title=TITLE[self.region],
            questions=self.questions,
            asked={q.id: explained(self.case, q.question)[0] for q in self.questions},
            at=self.at or self.questions[0].id,
            answers={question.id: self.answers.get(question.id) for question in self.questions},
            passages={question.id: passages_of(question) for question in self.questions},
            cited={question.id: self.cited.get(question.id) for question in self.questions},
            said={q.id: self._said(q) for q in self.questions if self._answered(q)},
            because=self.because,
            text=self.case.record.called.text,
            why=self._why,
            longest=LONGEST,
            region=self.region,
        )
        return {self.region: shown}

    @property
    def _why(self) -> str | None:
        """What a learner wrote on the answer, where they are asked to write."""
        return None

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

    def fitted(self, _start: Self) -> tuple[Self, Sequence[str]]:
        """Return the self-check; a question is open again whose answer is no longer offered."""
        asked = {question.id: question for question in self.questions}
        answers = {
            key: answer
            for key, answer in self.answers.items()
            if key in asked and answer in asked[key].answers
        }
        cited = {
            key: pin
            for key, pin in self.cited.items()
            if key in answers and pin in [each.page for each in passages_of(asked[key])]
        }
        gone = [f"the answer {key}: {self.answers[key]}" for key in self.answers.keys() - answers]
        gone += [f"the passage {key}: {self.cited[key]}" for key in self.cited.keys() - cited]
        at = self.at if self.at in asked else ""
        return evolve(self, answers=answers, cited=cited, at=at), sorted(gone)

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

    def _told(self, question: Question) -> Answered:
        chosen = self.answers.get(question.id, "")
        return Answered(
            step=self.region,
            question=question.id,
            asked=question.question,
            choice=chosen,
            label=question.answers[chosen].label if chosen else "",
            because=self._why or "",
            passage=self.cited.get(question.id, ""),
        )

    def _said(self, question: Question) -> Markup:
        answer = question.answers[self.answers[question.id]]
        return questions.feedback(
            self.case, answer.label, answer.feedback, answer.because, f"{question.id}-{answer.id}"
        )


@frozen
class Naming(SelfCheck):
    """What changed, named by the learner, and then why, in their words."""

    keeps = (*SelfCheck.keeps, "why")

    why: str = ""

    @property
    def _why(self) -> str:
        return self.why

    @step("write", "answer", (NAMED,))
    def _write(self, act: Act) -> "Naming":
        return self.but(why=act.text(LONGEST))

    def checked(self) -> "Naming":
        """Return it; raise `BadEvent` as `SelfCheck.checked`, or if so much cannot be written."""
        if len(self.why) > LONGEST:
            raise BadEvent(f"what is written here is longer than {LONGEST} characters")
        SelfCheck.checked(self)
        return self


def passages_of(question: Question) -> Sequence[Support]:
    """Return the passages to choose from, one a page: what decides it, and what answers rest on.

    There are none where all rests on one page: there would be nothing to choose.
    """
    decides = [] if question.decided_by is None else [question.decided_by]
    rested = [choice.because[0] for choice in question.choices if choice.because]
    by_page = {each.page: each for each in reversed([*decides, *rested])}
    return [by_page[page] for page in sorted(by_page)] if len(by_page) > 1 else []
