"""Each component's sheet stands by itself: on the base, and on no other that comes before it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from okin_lib.hosts.front import join
from okin_lib.lessons.instruments import LOOKS
from okin_lib.lessons.library import lesson_ids, start
from tests.browser.still import still

# Of elements that are alike all the way up, one: the rules that they match are the same.
LOOK = """(sheet) => {
  document.getElementById("sheet").textContent = sheet;
  const path = (e) =>
    e.matches(".okin") ? "" : `${path(e.parentElement)} ${e.nodeName}.${e.className}`;
  const alike = new Map([...document.querySelectorAll(".okin *")].map((e) => [path(e), e]));
  const said = (style) => [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
  return Object.fromEntries([...alike].map(([path, e]) => [path, `${said(getComputedStyle(e))}`]));
}"""


def shown() -> Iterator[str]:
    """The exercise of each guided lesson, and the whole board with each aspect."""
    for lesson in map(start, lesson_ids()):
        question = lesson.prediction.question
        answer = {"choice": question.choices[0].id, "because": "so"}
        opened = lesson.after({"commit": question.id, "value": answer})
        yield from (still(opened, part) for part in ("predict", *lesson.exercise.parts))
    board = start("10_whole_board")
    yield from (still(board, part) for part in board.parts)
    yield from (still(board.after({"show": look, "value": ""}), "board") for look in LOOKS)


@pytest.fixture(scope="module")
def body() -> str:
    return "".join(shown())


@pytest.mark.long
@pytest.mark.parametrize(
    ("media", "width"),
    [
        ("screen", 1400),
        ("screen", 320),
        ("print", 700),
    ],
)
def test_the_sheets_of_components_say_the_same_in_either_order(
    page: Page, body, media, width
) -> None:
    tokens, base, *components = [path.read_text("utf-8") for path in join.sheets()]
    page.emulate_media(media=media)
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(f'<style id="sheet"></style><body data-voila>{body}</body>')
    forth = page.evaluate(LOOK, "\n".join([tokens, base, *components]))
    assert page.evaluate(LOOK, "\n".join([tokens, base, *reversed(components)])) == forth
