"""The receipts of a class as a table, and question by question."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from okin_lib.files.csv_line import csv_line
from okin_lib.lessons.receipts.collected import Handed
from okin_lib.lessons.receipts.receipt import Answered

HEAD = ("learner", "lesson", "made", "version", "law", "file", "scenario")
NOT_ANSWERED = "not answered"


def table(handed: Sequence[Handed]) -> str:
    """Return a row for each receipt as CSV, whatever lessons they are of.

    A cell that a spreadsheet would run as a formula stands after an apostrophe.
    """
    rows = [_row(each) for each in handed]
    columns = [*dict.fromkeys(column for row in rows for column in row)]
    lines = (csv_line(row.get(column, "") for column in columns) for row in rows)
    return "".join([csv_line(columns or HEAD), *lines])


def _row(handed: Handed) -> dict[str, object]:
    receipt = handed.receipt
    made = receipt.made, receipt.version, receipt.law
    first = receipt.learner, receipt.lesson, *made, handed.file, receipt.scenario
    its: dict[str, object] = {
        **dict(zip(HEAD, first, strict=True)),
        **({"supposed besides": "; ".join(receipt.own)} if receipt.own else {}),
        "exit": receipt.written,
    }
    asked = Counter[str]()
    for each in receipt.answers:
        asked[each.step] += 1
        name = f"{each.step} {asked[each.step]}"
        its[name] = each.label
        also = {f"{name} because": each.because, f"{name} passage": each.passage}
        its |= {column: text for column, text in also.items() if text}
    return its


def by_question(handed: Iterable[Handed]) -> Iterator[str]:
    """Yield, line by line, what was chosen for each question of each lesson, and why."""
    lessons = defaultdict[str, list[Handed]](list)
    for each in handed:
        lessons[each.receipt.lesson].append(each)
    for lesson, its in lessons.items():
        yield f"{lesson}: {len(its)} receipt{'s' if len(its) > 1 else ''}"
        asked = defaultdict[tuple[str, str], list[Answered]](list)
        for answer in (answer for each in its for answer in each.receipt.answers):
            asked[answer.step, answer.question].append(answer)
        for answers in asked.values():
            yield from _of_question(answers)


def _of_question(answers: Sequence[Answered]) -> Iterator[str]:
    yield _line(f"  {answers[0].step}: {answers[0].asked}")
    chosen = defaultdict[str, list[Answered]](list)
    for answer in answers:
        chosen[answer.choice].append(answer)
    for those in sorted(chosen.values(), key=len, reverse=True):
        yield _line(f"    {len(those):3}  {those[0].label or NOT_ANSWERED}")
        yield from (_line(f"           because: {each.because}") for each in those if each.because)


def _line(text: str) -> str:
    """Return a text that comes from outside on one line, so that it can pass for no other."""
    return "".join(" " if each.isspace() else each for each in text)
