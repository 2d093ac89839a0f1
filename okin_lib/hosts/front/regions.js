/**
 * The regions of one part of a lesson, in the page, as the lesson last sent them.
 * How they came, and whether they are still true, is not known here.
 */

import { keepAddress } from "./address.js";
import { arrive, keepingFocus, selector } from "./focus.js";
import { morph } from "./morph.js";

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** Put regions of one area that follow each other in one element, in their place. */
function gather(regions) {
  let area = null;
  for (const region of [...regions.children]) {
    const name = region.dataset.area;
    if (!name || area?.className !== `area-${name}`) {
      area = name ? document.createElement("div") : null;
      if (area) region.before(Object.assign(area, { className: `area-${name}` }));
    }
    area?.append(region);
  }
}

/** Bring what is marked into sight in its box, without moving the page. */
function showMark(element) {
  const mark = element.querySelector("mark");
  if (mark?.offsetParent) mark.offsetParent.scrollTop = mark.offsetTop - 40;
}

/** A live region speaks when its text changes; one that is replaced may stay silent. */
function swap(element, html) {
  const fresh = parse(html);
  if (element.dataset.region !== "live") {
    morph(element, fresh);
    showMark(element);
  } else if (element.textContent !== fresh.textContent) element.textContent = fresh.textContent;
}

export class Regions {
  #root;
  #sent; // the HTML of each, as the lesson last sent it
  #changed = new Set(); // those not yet shown as sent

  constructor(root, first, layout) {
    this.#root = root;
    this.#sent = { ...first };
    root.innerHTML = `<div class="regions">${Object.values(first).join("")}</div>`;
    root.firstChild.dataset.layout = layout;
    gather(root.firstChild);
    root.firstChild.style.setProperty("--regions", Object.keys(first).length);
  }

  /** Take what the lesson sent, to be shown when all of it is there. */
  take(fresh) {
    for (const [id, html] of Object.entries(fresh)) {
      if (this.#sent[id] === html) continue;
      this.#sent[id] = html;
      this.#changed.add(id);
    }
  }

  show() {
    this.#show(this.#changed);
    this.#changed.clear();
  }

  /** Put every control back to what the lesson says of it. */
  restore() {
    this.#show(Object.keys(this.#sent));
  }

  #show(ids) {
    const place = (id) => this.#root.querySelector(selector(id));
    const here = [...ids].filter(place);
    keepingFocus(this.#root, () => here.forEach((id) => swap(place(id), this.#sent[id])));
    keepAddress(this.#root);
    arrive(here);
  }
}
