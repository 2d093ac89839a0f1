/**
 * The lessons of a page that came with them, over one socket to the process that holds them:
 *
 *   to it    {open: {query, states}} and then {lesson, part, message}
 *   from it  {opened: true} and then {lesson, part, message}
 *
 * When it is lost the page goes on by itself, from the states that it was last given.
 */

import { banner } from "./banner.js";
import { Connection } from "./connect.js";
import { Line } from "./line.js";

const GOES_ON = "There is nothing to do: it goes on by itself, from where you are, once that answers again.";
const NOT_CONNECTED =
  "This page can be read, but what computes it cannot be reached yet, so its controls do nothing. " +
  "It tries again by itself.";
const PATIENT_FOR = 5000;

function addressOfSocket() {
  const url = new URL(document.body.dataset.socket, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  return url;
}

class PageOfLessons {
  #roots = [...document.querySelectorAll(".okin[data-lesson]")];
  #connections = new Map(); // by the part's root, once the page was connected
  #states = {}; // of each lesson, as the back end last gave it
  #found = {}; // and as the browser had it, until it is taken up
  #impatience = setTimeout(() => this.#say(NOT_CONNECTED), PATIENT_FOR);
  #line = new Line(addressOfSocket(), {
    greet: () => ({ open: { query: location.search.slice(1), states: this.#states } }),
    take: (frame) => this.#take(frame),
    lost: () => this.#connections.forEach((each) => each.lost()),
  });

  #say(text) {
    for (const root of this.#roots) banner(root, "stale", text);
  }

  /** The first time each part joins; after that it is told that the back end lives. */
  #opened() {
    clearTimeout(this.#impatience);
    if (!this.#connections.size) this.#say("");
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
    const its = { first, layout: regions.dataset.layout, tells: tells !== undefined, remedy: GOES_ON };
    root.closest("fieldset.still").replaceWith(root);
    return new Connection(root, its, (message) => {
      if (message.kind === "ping" && root !== this.#roots[0]) return; // one asks for all: the line is theirs
      if (message.kind === "keeping") this.#found[lesson] = message.state;
      this.#line.send({ lesson, part, message });
    });
  }

  #take({ opened, lesson, part, message }) {
    if (opened) this.#opened();
    if (!message) return; // also where a frame was refused: no page of ours sends one that is
    if (message.kind === "pong") return this.#connections.forEach((each) => each.receive(message));
    if (message.kind === "keeping") this.#remember(lesson, message);
    const root = this.#roots.find(({ dataset }) => dataset.lesson === lesson && dataset.part === part);
    this.#connections.get(root).receive(message);
  }

  #remember(lesson, { state, taken }) {
    if (state) this.#states[lesson] = state;
    else if (taken) this.#states[lesson] = this.#found[lesson];
  }
}

new PageOfLessons();
