"""Whether what a page of ours says can be read: nothing is broken, overlaid or cut."""

from collections.abc import Sequence

from playwright.sync_api import Page

DRAWN = "{ contentVisibilityAuto: true }"
"""What a host has put off drawing, below the window, has no place yet."""
TEXTS = f"""
  const clipped = (its) => its.closest(".visually-hidden, textarea, select, svg")
    || getComputedStyle(its).clipPath !== "none";
  const texts = [];
  for (const lesson of document.querySelectorAll(".okin")) {{
    const walker = document.createTreeWalker(lesson, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {{
      const its = text.parentElement;
      if (text.data.trim() && its.checkVisibility({DRAWN}) && !clipped(its)) texts.push(text);
    }}
  }}
  const boxes = (text, from, to) => {{
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return [...range.getClientRects()].filter((box) => box.width > 1);
  }};"""
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

# What lies on a ground of its own, as the name of a stretch of years does, may be wider than that.
OUTSIDE = f"""() => {{{TEXTS}
  const framed = (its) => {{
    const {{ overflowX, borderInlineEndStyle, backgroundColor, position }} = getComputedStyle(its);
    if (overflowX !== "visible") return "scrolls";
    if (borderInlineEndStyle !== "none") return "frame";
    return position === "absolute" && backgroundColor !== "rgba(0, 0, 0, 0)" ? "label" : "";
  }};
  const wide = [...document.querySelectorAll(".okin")]
    .filter((lesson) => lesson.scrollWidth > lesson.clientWidth).map(() => "the whole");
  return wide.concat(texts.filter((text) => {{
    let each = text.parentElement;
    while (each.matches(".okin *") && !framed(each)) each = each.parentElement;
    if (!each.matches(".okin *") || framed(each) !== "frame") return false;
    const {{ left, right }} = each.getBoundingClientRect();
    return boxes(text, 0, text.length).some((box) => box.right > right + 1 || box.left < left - 1);
  }}).map((text) => text.data.trim()));
}}"""
CUT = """() => [...document.querySelectorAll(".okin th")]
  .filter((its) => its.checkVisibility() && its.scrollWidth > its.clientWidth
    && its.clientWidth > 1 && getComputedStyle(its).overflow !== "visible")
  .map((its) => its.innerText)"""

ALL_DRAWN = f"""() => [...document.querySelectorAll(".okin")]
  .every((lesson) => !lesson.checkVisibility() || lesson.checkVisibility({DRAWN}))"""
AT_WIDTHS = f"""(widths) => {{
  const lessons = [...document.querySelectorAll(".okin")];
  const wrong = widths.map((width) => {{
    for (const lesson of lessons) lesson.style.inlineSize = `${{width}}px`;
    return [width, ({BROKEN})(), ({OVERLAID})(), ({CUT})(), ({OUTSIDE})()];
  }});
  for (const lesson of lessons) lesson.style.inlineSize = "";
  return wrong.filter(([width, ...found]) => found.flat().length);
}}"""
NARROWEST, WIDEST, STEP, TURNS = 288, 1920, 17, 3
"""Widths of a lesson, in px, from what a page of 320 leaves of it to a wide screen."""


def legible(page: Page, where: Sequence[object] = ()) -> None:
    """Fail where a word is broken, a name cut, or a text lies on another or out of its frame."""
    for sought in (BROKEN, OVERLAID, CUT, OUTSIDE):
        found = page.evaluate(sought)
        assert found == [], (found, where)


def legible_at_widths(page: Page, turn: int) -> None:
    """Fail where it is not legible in a lesson as narrow or wide as a cell or a page makes it.

    Notebooks are made of the same parts, and take the widths by turns.
    """
    page.wait_for_function(ALL_DRAWN)
    first = NARROWEST + STEP * (turn % TURNS)
    found = page.evaluate(AT_WIDTHS, [*range(first, WIDEST, STEP * TURNS)])
    assert found == [], found
