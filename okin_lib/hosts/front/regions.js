/** What a region is in the page, how it takes what the lesson sent, and how focus goes to it. */

import { morph } from "./morph.js";

export const selector = (id) => `[data-region="${CSS.escape(id)}"]`;

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

// Each part of a lesson runs this module anew: what they share is the page's.
export const page = (globalThis.okinPage ??= { cameFrom: null, goingTo: "" });

/** Put focus on what a region marks, or on its heading, wherever it is on the page. */
export function focusOn(region) {
  const there = document.querySelector(selector(region));
  (there?.querySelector("mark") ?? there?.querySelector("[tabindex='-1']"))?.focus();
}

/** Go to a region, at once and when what was asked of it comes; remember where this was. */
export function go(region, from) {
  Object.assign(page, { cameFrom: from, goingTo: region });
  focusOn(region);
}

/** Bring what is marked into sight in its box, without moving the page. */
function showMark(element) {
  const mark = element.querySelector("mark");
  if (mark?.offsetParent) mark.offsetParent.scrollTop = mark.offsetTop - 40;
}

/** A live region speaks when its text changes; one that is replaced may stay silent. */
export function swap(element, html) {
  const fresh = parse(html);
  if (element.dataset.region !== "live") {
    morph(element, fresh);
    showMark(element);
  } else if (element.textContent !== fresh.textContent) element.textContent = fresh.textContent;
}
