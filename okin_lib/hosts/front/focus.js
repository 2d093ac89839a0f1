/** Where focus goes when what had it is replaced; not where a learner sends it. */

import { alike } from "./morph.js";

/** Run `change`, then put focus back: on the same control, or nearest to where it was. */
export function keepingFocus(root, change) {
  const focused = document.activeElement;
  const path = [];
  if (root.contains(focused)) {
    for (let node = focused; node !== root; node = node.parentElement) path.push(node);
  }
  const { selectionStart, selectionEnd } = focused ?? {};
  change();
  if (!path.length || (focused.isConnected && !focused.disabled)) return;
  const twin = [...root.querySelectorAll(focused.nodeName)].find((node) => alike(node, focused));
  const place = twin && !twin.disabled ? twin : path.find((n) => n.isConnected && !n.disabled);
  if (!place) return;
  if (place !== twin) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  if (place === twin && selectionStart != null) twin.setSelectionRange(selectionStart, selectionEnd);
}
