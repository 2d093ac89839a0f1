/** Where focus goes when what had it is replaced, and when a learner goes to a region. */

import { alike, key } from "./morph.js";
import { shared } from "./shared.js";

export const selector = (id) => `[data-region="${CSS.escape(id)}"]`;

/**
 * Run `change`, then put focus back: on the same control, or nearest to where it was. A browser
 * drops the focus of what leaves the page, or is disabled, to the top of the page, where a
 * keyboard or a screen reader would begin again: so the way up from it is noted before.
 */
export function keepingFocus(root, change) {
  const focused = document.activeElement;
  const path = [];
  if (root.contains(focused)) {
    for (let node = focused; node !== root; node = node.parentElement) path.push(node);
  }
  const { selectionStart, selectionEnd } = focused ?? {};
  change();
  if (!path.length || (focused.isConnected && !focused.disabled)) return;
  const named = key(focused) ? [...root.querySelectorAll(focused.nodeName)] : [];
  const twin = named.find((node) => alike(node, focused));
  const place = twin && !twin.disabled ? twin : path.find((n) => n.isConnected && !n.disabled);
  if (!place) return;
  if (place !== twin) place.tabIndex = -1; // so that what is no control can take focus
  place.focus({ preventScroll: true });
  if (place === twin && selectionStart != null) twin.setSelectionRange(selectionStart, selectionEnd);
}

/** Put focus on what a region marks, or on its heading, wherever it is on the page. */
function focusOn(region, within = document) {
  const there = within.querySelector(selector(region));
  (there?.querySelector("mark") ?? there?.querySelector("[tabindex='-1']"))?.focus();
}

/** Go to a region over the page, at once and when what was asked of it comes; remember where this was. */
export function go(region, from) {
  Object.assign(shared, { cameFrom: from, goingTo: region });
  focusOn(region);
}

/** What was asked of these regions has come: go to the one in `root` that one is going to. */
export function arrive(regions, root) {
  if (!regions.includes(shared.goingTo)) return;
  if (root.querySelector(selector(shared.goingTo))?.hidden) return; // an earlier answer: it was closed
  focusOn(shared.goingTo, root);
  shared.goingTo = "";
}

/** Close what lies over the page, at once, and go back to what opened it, or to its like. */
export function goBack(over) {
  over.hidden = true;
  shared.goingTo = "";
  const { cameFrom } = shared;
  const all = [...document.querySelectorAll("[data-go]")];
  (cameFrom?.isConnected ? cameFrom : all.find((node) => alike(node, cameFrom ?? node)))?.focus();
}
