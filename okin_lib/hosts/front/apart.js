/**
 * Two widgets on a page can show the same regions. What a page can have but once, an id or a group
 * of radios, then gets a mark in the later of them.
 */

const REFERS = ["id", "for", "aria-labelledby", "aria-describedby"];

const held = (globalThis.okinHeld ??= { by: new Map(), marks: 0 }); // each widget runs this module anew

function count(ids, by) {
  for (const id of ids) held.by.set(id, (held.by.get(id) ?? 0) + by);
}

/** Hold these regions on the page; return the mark that they need, empty where no other has them. */
export function hold(ids) {
  const again = ids.some((id) => held.by.get(id));
  count(ids, 1);
  return again ? `-${++held.marks}` : "";
}

export const letGo = (ids) => count(ids, -1);

/** Mark what is inside an element, and the element. */
export function setApart(element, mark) {
  if (!mark) return element;
  const every = [element, ...element.querySelectorAll("*")].filter((node) => !node.closest("svg"));
  for (const node of every) {
    for (const name of REFERS.filter((each) => node.hasAttribute(each))) {
      node.setAttribute(name, node.getAttribute(name).replace(/\S+/g, (id) => id + mark));
    }
    if (node.type === "radio" && !node.closest("form[data-act]")) node.name += mark;
  }
  return element;
}
