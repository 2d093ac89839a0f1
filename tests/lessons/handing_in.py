"""Receipts as learners hand them in: made by going through a lesson."""

import json
from datetime import UTC, datetime, timedelta

from okin_lib.lessons.library import open_lesson
from okin_lib.lessons.receipts.receipt import digest
from okin_lib.page.download import Order
from tests.lessons.answering import answer

LESSON = "03_act_or_omission"
AT = datetime(2026, 9, 1, 13, 5, tzinfo=UTC)


def at_end(because: str = "one record was decided", nth: int = 0, left: str = "Where he spoke."):
    """The lesson gone through, with the ``nth`` choice everywhere."""
    lesson = open_lesson(LESSON)
    plan = lesson.plan
    for asked in (plan.prediction, plan.again):
        choice = asked.choices[nth % len(asked.choices)].id
        lesson = lesson.after(
            {"commit": asked.id, "value": {"choice": choice, "because": because}}
        )
    named = (plan.named,) if plan.named else ()
    for question in (*plan.recall, *named, *plan.checks):
        lesson = answer(lesson, question, question.choices[nth % len(question.choices)])
    return lesson.after({"write": "exit", "value": left})


def handed(lesson, kind: str = "json", learner: str = "", minutes: int = 0) -> bytes:
    """The bytes of a lesson's receipt."""
    order = Order({"learner": learner}, AT + timedelta(minutes=minutes), "0.1.0")
    return lesson.files[f"receipt.{kind}"](order).data


def resealed(lesson, changes) -> bytes:
    """A receipt by someone who has the key, as anyone can; None leaves out a field."""
    data = json.loads(handed(lesson)) | changes
    data = {key: value for key, value in data.items() if key != "digest" and value is not None}
    return json.dumps(data | {"digest": digest(data)}).encode()


def class_of_120(folder) -> None:
    """Put in a folder 115 receipts, and five files broken in different ways."""
    count = len(open_lesson(LESSON).plan.prediction.choices)
    kinds = [at_end(because=f"reason {nth}", nth=nth) for nth in range(count)]
    for n in range(115):
        kind = ("html", "json")[n % 2]
        (folder / f"{n:03}.{kind}").write_bytes(handed(kinds[n % count], kind, f"Learner {n:03}"))
    other = {"lesson": "11_nothing", "learner": "Learner 202"}
    broken = {
        "cut.json": handed(kinds[0])[:-40],
        "edited.html": handed(kinds[0], "html").replace(b"reason 0", b"reason X"),
        "elsewhere.json": resealed(kinds[0], other),
        "noise.html": b"<html><p>My essay",
        "repeated.html": (folder / "000.html").read_bytes(),
    }
    for name, data in broken.items():
        (folder / name).write_bytes(data)
