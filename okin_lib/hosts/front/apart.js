/**
 * Several lessons on a page can show the same regions, and two widgets the same of one lesson. What
 * a page can have but once, an id or a group of radios, then gets a mark in the later of them: one
 * for all parts of a lesson, which refer to each other.
 */

const REFERS = ["id", "for", "aria-labelledby", "aria-describedby"];
const ACROSS = "popovertarget"; // to another part of the lesson, where that was shown first

const held = (globalThis.okinHeld ??= { groups: [], marks: 0 }); // each widget runs this module anew

/** Hold these regions of a lesson on the page; return what they are held in, with their marks. */
export function hold(lesson, ids) {
  const known = held.groups.filter((each) => each.lesson === lesson);
  let group = known.find((each) => !ids.some((id) => each.ids.has(id)));
  if (!group) {
    const mark = held.groups.some((each) => !each.mark) ? `-${++held.marks}` : "";
    group = { lesson, mark, across: known.length ? known[0].mark : mark, ids: new Set() };
    held.groups.push(group);
  }
  for (const id of ids) group.ids.add(id);
  return group;
}

export function letGo(group, ids) {
  for (const id of ids) group.ids.delete(id);
  if (!group.ids.size) held.groups = held.groups.filter((each) => each !== group);
}

/** Mark what is inside an element, and the element. */
export function setApart(element, { mark, across }) {
  if (!mark && !across) return element;
  const every = [element, ...element.querySelectorAll("*")].filter((node) => !node.closest("svg"));
  for (const node of every) {
    for (const name of REFERS.filter((each) => node.hasAttribute(each))) {
      node.setAttribute(name, node.getAttribute(name).replace(/\S+/g, (id) => id + mark));
    }
    if (node.hasAttribute(ACROSS)) node.setAttribute(ACROSS, node.getAttribute(ACROSS) + across);
    if (node.type === "radio" && !node.closest("form[data-act]")) node.name += mark;
  }
  return element;
}
