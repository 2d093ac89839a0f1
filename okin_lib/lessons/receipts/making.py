"""A receipt made of where a learner is in a lesson, as a page to read and as data."""

import json
from collections.abc import Callable, Iterable
from functools import partial

from markupsafe import Markup

from okin_lib.lessons.leave import Leaving
from okin_lib.lessons.lesson_file import Plan
from okin_lib.lessons.receipts.receipt import FORM, LONGEST_NAME, Asking, Receipt, seal, sealed
from okin_lib.page.acting import Acting
from okin_lib.page.download import Download, Files, Order
from okin_lib.page.regions import BadEvent
from okin_lib.page.template import render

OPENS = '<script type="application/json" id="receipt">'
CLOSES = "</script>"
MARK, END = "<!-- seal ", " -->\n"

Fill = Callable[[Order], Receipt]


def files(
    plan: Plan, law: int, opened: Iterable[Acting], scenario: str, own: Iterable[str] = ()
) -> Files:
    """Return what makes a lesson's receipt: to read, and as data.

    Parameters
    ----------
    law
        The version of the law.
    opened
        What a learner can act on now.
    scenario
        The code of what is supposed; empty if nothing can be.
    own
        The facts of the learner's own that are supposed besides.
    """
    fill = partial(_receipt, plan, law, tuple(opened), scenario, tuple(own))
    return {"receipt.html": partial(_page, fill), "receipt.json": partial(_data, fill)}


def _receipt(
    plan: Plan,
    law: int,
    opened: tuple[Acting, ...],
    scenario: str,
    own: tuple[str, ...],
    order: Order,
) -> Receipt:
    (left,) = (member for member in opened if isinstance(member, Leaving))
    return Receipt(
        form=FORM,
        version=order.version,
        law=law,
        lesson=plan.id,
        title=plan.title,
        made=f"{order.at:%Y-%m-%d %H:%M} UTC",
        learner=_learner(order),
        scenario=scenario,
        answers=tuple(
            each for member in opened if isinstance(member, Asking) for each in member.answered
        ),
        leaving=left.asked.question,
        written=left.text,
        own=own,
    )


def _learner(order: Order) -> str:
    name = " ".join(order.fields.get("learner", "").split())
    if len(name) > LONGEST_NAME:
        raise BadEvent(f"a name or a number has at most {LONGEST_NAME} characters")
    return name


def _data(fill: Fill, order: Order) -> Download:
    receipt = fill(order)
    text = json.dumps(sealed(receipt), indent=2)
    return Download(f"receipt-{receipt.lesson}.json", "application/json", f"{text}\n".encode())


def _page(fill: Fill, order: Order) -> Download:
    receipt = fill(order)
    page = render(
        "lessons/receipts/page",
        receipt=receipt,
        opens=Markup(OPENS),
        data=sealed(receipt),
        closes=Markup(CLOSES),
    )
    text = page.encode("utf-8", "replace").decode().replace("\r\n", "\n")
    marked = f"{text}\n{MARK}{seal(text)}{END}"
    return Download(f"receipt-{receipt.lesson}.html", "text/html", marked.encode())
