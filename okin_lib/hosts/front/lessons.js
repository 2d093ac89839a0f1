/**
 * The lessons of a page that came with them, over a line to what holds them:
 *
 *   to it    {open: {query, states}} and then {lesson, part, message}
 *   from it  {opened: true} and then {lesson, part, message}, or {refused}
 *
 * A line takes what is sent from when it has said `greet()`, gives what comes to `take`, and says
 * `lost` when it is. The page can then go on from the states that it was last given.
 */

import { banner } from "./banner.js";
import { Connection } from "./connect.js";

const REFUSED =
  "What computes this page has changed since the page was opened, so its controls do nothing. " +
  "Reload the page to go on.";

/** `reach` makes the line; `remedy` says what to do once it is lost. */
export class PageOfLessons {
  #roots = [...document.querySelectorAll(".okin[data-lesson]")];
  #connections = new Map(); // by the part's root, once the page was connected
  #states = {}; // of each lesson, as the back end last gave it
  #found = {}; // and as the browser had it, until it is taken up
  #isRefused = false; // by what has no such lesson or part: it is another than the page came from
  #line;
  #remedy;

  constructor(reach, remedy) {
    this.#remedy = remedy;
    this.#line = reach({
      greet: () => ({ open: { query: location.search.slice(1), states: this.#states } }),
      take: (frame) => this.#take(frame),
      lost: () => this.#connections.forEach((each) => each.lost()),
    });
  }

  get isOpen() {
    return this.#connections.size > 0;
  }

  /** Say something before the page is connected. */
  say(text) {
    for (const root of this.#roots) banner(root, "stale", text);
  }

  /** The first time each part joins; after that it is told that the back end lives. */
  #opened() {
    if (!this.isOpen) this.say("");
    for (const root of this.#roots) {
      const known = this.#connections.get(root);
      if (known) known.receive({ kind: "pong" });
      else this.#connections.set(root, this.#joined(root));
    }
  }

  /** Take a part as it came with the page; from now on its controls can be used. */
  #joined(root) {
    const { lesson, part, tells } = root.dataset;
    const regions = root.querySelector(":scope > .regions");
    const every = [...regions.querySelectorAll(":scope > [data-region], :scope > div > [data-region]")];
    const first = Object.fromEntries(every.map((each) => [each.dataset.region, each.outerHTML]));
    const said = { tells: tells !== undefined, remedy: this.#remedy };
    const its = { lesson, first, layout: regions.dataset.layout, ...said };
    root.closest("fieldset.still").replaceWith(root);
    return new Connection(root, its, (message) => {
      if (message.kind === "ping" && root !== this.#roots[0]) return; // one asks for all: the line is theirs
      if (message.kind === "keeping") this.#found[lesson] = message.state;
      this.#line.send({ lesson, part, message });
    });
  }

  #take({ opened, refused, lesson, part, message }) {
    if (this.#isRefused) return;
    if (opened) this.#opened();
    if (refused) this.#refused();
    if (!message) return;
    if (message.kind === "pong") return this.#connections.forEach((each) => each.receive(message));
    if (message.kind === "keeping") this.#remember(lesson, message);
    const root = this.#roots.find(({ dataset }) => dataset.lesson === lesson && dataset.part === part);
    this.#connections.get(root).receive(message);
  }

  #refused() {
    this.#isRefused = true;
    this.#connections.forEach((each) => each.lost());
    this.say(REFUSED);
  }

  #remember(lesson, { state, taken }) {
    if (state) this.#states[lesson] = state;
    else if (taken) this.#states[lesson] = this.#found[lesson];
  }
}
