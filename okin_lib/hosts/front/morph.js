/**
 * Makes an element say what fresh markup says, touching only what differs: a learner's typed text,
 * choices, open boxes, focus and scroll are in what stays.
 *
 * Ours, because idiomorph and morphdom, also through their callbacks, each lose typed text, radios
 * or open details. It escapes nothing: what it is given is the lesson's own.
 */

const CONTROLS = "input, select, option, textarea";

/** What makes two elements the same one before and after a change, or "" if only place does. */
export function key(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const own = node.id || node.getAttribute("data-key") || node.getAttribute("data-region");
  if (own) return own;
  const act = node.getAttribute("data-act"); // it is asked of every node, and a dataset is slow
  if (!act) return "";
  const choice = node.type === "search" ? "" : node.getAttribute("value"); // what is typed changes
  return `${act} ${node.getAttribute("data-id")} ${choice}`;
}

export const alike = (a, b) => a.nodeName === b.nodeName && key(a) === key(b);

/** The next node that is the same as `fresh`; only one with a key may be further on than `from`. */
function match(from, fresh) {
  if (!from || alike(from, fresh)) return from;
  let node = key(fresh) ? from.nextSibling : null;
  while (node && !alike(node, fresh)) node = node.nextSibling;
  return node;
}

/** The lesson decides what its controls say, but not what is typed or chosen and not yet sent. */
function settle(old, fresh) {
  if (!old.matches(CONTROLS)) return;
  const unsent = old.closest("form[data-act]") !== null;
  for (const state of ["checked", "selected"]) {
    const now = fresh.hasAttribute(state);
    if (state in old && !(unsent && old.hasAttribute(state) === now)) old[state] = now;
  }
  if ("defaultValue" in old && old.defaultValue !== fresh.defaultValue) {
    old.value = fresh.defaultValue;
  }
}

/** The same markup can still show another state, in the controls that a visitor has touched. */
function settleAll(old, fresh) {
  settle(old, fresh);
  if (!old.firstElementChild) return;
  const states = fresh.querySelectorAll(CONTROLS);
  old.querySelectorAll(CONTROLS).forEach((control, n) => settle(control, states[n]));
}

/** Whether a box is open is the reader's to say, and no lesson's. */
function setAttributes(old, fresh) {
  const readers = (name) => name === "open" && old.nodeName === "DETAILS";
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !readers(name)) old.setAttribute(name, value);
  }
  if (old.attributes.length === fresh.attributes.length) return;
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !readers(name)) old.removeAttribute(name);
  }
}

function removeUntil(node, end) {
  while (node && node !== end) {
    const gone = node;
    node = node.nextSibling;
    gone.remove();
  }
}

/** What is said as a whole is new where any of it is: nothing in it moves, and what is open stays so. */
function renewed(old, fresh) {
  for (const box of fresh.querySelectorAll("details[id]")) {
    box.open = old.querySelector(`#${CSS.escape(box.id)}`)?.open ?? box.open;
  }
  if (old.isEqualNode(fresh)) return old;
  old.replaceWith(fresh);
  return fresh;
}

/**
 * Make `old` say what `fresh` says, touching only what differs: all else keeps its state. Return
 * what then stands in its place.
 */
export function morph(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return old;
  }
  if (old.hasAttribute("data-said")) return old; // what the page says of its own act no lesson knows
  if (old.isEqualNode(fresh)) {
    settleAll(old, fresh);
    return old;
  }
  if (fresh.hasAttribute("data-whole")) return renewed(old, fresh);
  settle(old, fresh);
  setAttributes(old, fresh);
  let next = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    const same = match(next, child);
    if (same) {
      removeUntil(next, same);
      next = morph(same, child).nextSibling;
    } else {
      old.insertBefore(child, next);
    }
  }
  removeUntil(next, null);
  return old;
}
