"""Whether what a page of ours says can be read: nothing is broken, overlaid or cut."""

from collections.abc import Sequence

from playwright.sync_api import Page

TEXTS = """
  const clipped = (its) => its.closest(".visually-hidden, textarea, select, svg")
    || getComputedStyle(its).clipPath !== "none";
  const texts = [];
  for (const lesson of document.querySelectorAll(".okin")) {
    const walker = document.createTreeWalker(lesson, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const its = text.parentElement;
      if (text.data.trim() && its.checkVisibility() && !clipped(its)) texts.push(text);
    }
  }
  const boxes = (text, from, to) => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return [...range.getClientRects()].filter((box) => box.width > 1);
  };"""
BROKEN = f"""() => {{{TEXTS}
  const broken = [];
  for (const text of texts) {{
    for (const {{ 0: word, index }} of text.data.matchAll(/[\\p{{L}}\\p{{N}}]+/gu)) {{
      const tops = boxes(text, index, index + word.length).map((box) => Math.round(box.top));
      if (new Set(tops).size > 1) broken.push(word);
    }}
  }}
  return broken;
}}"""
OVERLAID = f"""() => {{{TEXTS}
  const inSight = (box, its) => {{
    let {{ left, right, top, bottom }} = box;
    for (let each = its; each.matches(".okin *"); each = each.parentElement) {{
      const {{ overflow, position }} = getComputedStyle(each);
      if (position === "sticky") return []; // it lies on what is scrolled past
      if (overflow === "visible") continue;
      const by = each.getBoundingClientRect();
      [left, right] = [Math.max(left, by.left), Math.min(right, by.right)];
      [top, bottom] = [Math.max(top, by.top), Math.min(bottom, by.bottom)];
    }}
    return right - left > 2 && bottom - top > 2 ? [{{ left, right, top, bottom }}] : [];
  }};
  const said = texts.flatMap((text) => boxes(text, 0, text.length)
    .flatMap((box) => inSight(box, text.parentElement))
    .map((box) => ({{ ...box, text, deep: (box.bottom - box.top) / 2 }})));
  said.sort((one, other) => one.top - other.top);
  return said.flatMap((one, at) => {{
    const on = [];
    for (const two of said.slice(at + 1)) {{
      if (two.top > one.bottom) break;
      const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
      const down = Math.min(one.bottom, two.bottom) - two.top;
      if (one.text !== two.text && across > 3 && down > Math.min(one.deep, two.deep)) on.push(two);
    }}
    return on.map((two) => [one.text.data.trim(), two.text.data.trim()]);
  }});
}}"""

CUT = """() => [...document.querySelectorAll(".okin th")]
  .filter((its) => its.checkVisibility() && its.scrollWidth > its.clientWidth
    && its.clientWidth > 1 && getComputedStyle(its).overflow !== "visible")
  .map((its) => its.innerText)"""


def legible(page: Page, where: Sequence[object] = ()) -> None:
    """Fail where a word is broken over two lines, a text lies on another, or a name is cut."""
    assert page.evaluate(BROKEN) == [], where
    assert page.evaluate(OVERLAID) == [], where
    assert page.evaluate(CUT) == [], where
