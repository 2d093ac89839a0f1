/**
 * The regions of one part of a lesson, in the page, as the lesson last sent them.
 * How they came, and whether they are still true, is not known here.
 */

import { keepAddress } from "./address.js";
import { hold, letGo, setApart } from "./apart.js";
import { arrive, keepingFocus, selector } from "./focus.js";
import { morph } from "./morph.js";

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** Put regions of one area that follow each other in one element; what is sealed has no area yet. */
function gather(regions) {
  let area = null;
  for (const region of [...regions.querySelectorAll(":scope > [data-region], :scope > div > [data-region]")]) {
    const named = region.dataset.area ? `area-${region.dataset.area}` : "";
    const inside = region.parentElement !== regions;
    if (inside || !named) area = inside ? region.parentElement : null;
    else {
      if (area?.className !== named) {
        area = Object.assign(document.createElement("div"), { className: named });
        region.before(area);
      }
      area.append(region);
    }
  }
}

const boxIn = (element) => element.querySelector("[data-shows]");

/** Bring what is marked into sight in its box, from where its sentence begins if that is near. */
function showMark(box) {
  const mark = box.querySelector("mark");
  const begun = box.querySelector("[data-begun]") ?? mark;
  const half = box.clientHeight / 2;
  box.scrollTop = mark ? Math.max(begun.offsetTop - 40, mark.offsetTop - half) : 0;
}

/** What lies over the page stands in it by itself: a cell would clip, hide or contain it. */
function lift(root) {
  const host = document.createElement("div");
  host.className = "okin over";
  host.append(...root.querySelectorAll("[data-over]"));
  document.body.append(host);
  return host;
}

/** A live region speaks when what it holds is new; what is only altered may stay silent. */
function swap(element, fresh) {
  const spoken = element.dataset.region === "live" && element.textContent !== fresh.textContent;
  const shown = boxIn(element)?.dataset.shows;
  if (spoken) element.textContent = "";
  if (element.nodeName !== fresh.nodeName) element.replaceWith(fresh);
  else morph(element, fresh);
  const box = element.isConnected && boxIn(element);
  if (box && box.dataset.shows !== shown) showMark(box);
}

export class Regions {
  roots; // where they stand: in the cell, and over the page
  #sent; // the HTML of each, as the lesson last sent it
  #changed = new Set(); // those not yet shown as sent
  #group; // with the marks of what a page can have but once

  constructor(root, lesson, first, layout) {
    this.#sent = { ...first };
    this.#group = hold(lesson, Object.keys(first));
    if (!root.querySelector(":scope > .regions")) { // a page may have come with them
      root.innerHTML = `<div class="regions">${Object.values(first).join("")}</div>`;
    }
    setApart(root.firstChild, this.#group);
    root.firstChild.dataset.layout = layout;
    gather(root.firstChild);
    root.firstChild.style.setProperty("--regions", Object.keys(first).length);
    this.roots = root.querySelector("[data-over]") ? [root, lift(root)] : [root];
  }

  /** Take what the lesson sent, to be shown when all of it is there. */
  take(fresh) {
    for (const [id, html] of Object.entries(fresh)) {
      if (this.#sent[id] === html && !this.#isClosed(id)) continue;
      this.#sent[id] = html;
      this.#changed.add(id);
    }
  }

  show() {
    this.#show(this.#changed);
    this.#changed.clear();
  }

  /** Put every control back to what the lesson says of it; what a reader closed stays closed. */
  restore() {
    this.#show(Object.keys(this.#sent).filter((id) => !this.#isClosed(id)));
  }

  close() {
    letGo(this.#group, Object.keys(this.#sent));
    this.roots[1]?.remove();
  }

  #isClosed(id) {
    return this.roots.some((root) => root.querySelector(`${selector(id)}[data-over]`)?.hidden);
  }

  #show(ids) {
    for (const root of this.roots) {
      const place = (id) => root.querySelector(selector(id));
      const here = [...ids].filter(place);
      keepingFocus(root, () => {
        here.forEach((id) => swap(place(id), setApart(parse(this.#sent[id]), this.#group)));
        root.querySelectorAll(":scope > .regions").forEach(gather);
      });
      arrive(here, root);
    }
    keepAddress(this.roots[0]);
  }
}
