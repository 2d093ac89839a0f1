/** Lets what is done in the lessons of a page last, and says where, and what went wrong with that. */

import { banner, isSeen } from "./banner.js";
import { Keeper } from "./keeper.js";
import { sayInLine } from "./keepline.js";

const keptLessons = (globalThis.okinKept ??= new Map()); // each widget runs this module anew

/** The parts of one lesson on the page, where one word on keeping it goes to all. */
class Told {
  #parts = new Map(); // where each stands, and how its back end is reached
  #keeper;
  #warned = "";

  constructor(lesson) {
    this.#keeper = new Keeper(lesson, () => this.#tell([...this.#parts.keys()][0]));
  }

  take(root, send, message) {
    const known = this.#parts.has(root);
    this.#parts.set(root, send);
    this.#keeper.take(message, send);
    this.#tell(root);
    if (!known && !this.#seen(root)) banner(root, "kept", this.#warned);
  }

  /** Let a part go; return whether it was the last. */
  drop(root) {
    this.#parts.delete(root);
    if (this.#parts.size) return false;
    this.#keeper.close();
    return true;
  }

  #tell(root) {
    const { text, acts, warning } = this.#keeper.said();
    const act = (each, send) => ([label, run]) => [label, () => { run(send); this.#tell(each); }];
    for (const [each, send] of this.#parts) sayInLine(each, text, acts.map(act(each, send)));
    if (warning === this.#warned) return;
    this.#warned = warning;
    dismissWarning();
    const seen = this.#seen(root); // a step may hide them all
    for (const each of seen ? [seen] : this.#parts.keys()) banner(each, "kept", warning);
  }

  #seen(root) {
    return isSeen(root) ? root : [...this.#parts.keys()].find(isSeen);
  }
}

/** Take what the back end of the part in `root` says of keeping a lesson; `send` answers it. */
export function takeKeeping(root, send, message) {
  const { lesson } = message;
  if (!keptLessons.has(lesson)) keptLessons.set(lesson, new Told(lesson));
  keptLessons.get(lesson).take(root, send, message);
}

/** A warning is said once: with the next act it goes, and the line goes on saying it. */
export function dismissWarning() {
  for (const each of document.querySelectorAll(".okin > .banner.kept")) each.remove();
}

export function stopKeeping(root) {
  for (const [lesson, told] of keptLessons) if (told.drop(root)) keptLessons.delete(lesson);
}
