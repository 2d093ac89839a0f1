/**
 * Keeps the regions of a lesson in step with the back end that computes it, and says when it
 * cannot. It knows nothing of law, and nothing of the back end but that it answers messages:
 *
 *   to it    {kind: "hello"}  {kind: "event", seq, event}  {kind: "file", seq, name, fields}
 *            {kind: "ping", n}
 *   from it  {kind: "regions", seq, regions}  {kind: "file", seq, name, type, base64}
 *            {kind: "error", seq, message}  {kind: "pong", n}
 *   and both ways {kind: "keeping", ...}, on what lasts
 */

import { banner } from "./banner.js";
import { layDetail } from "./detailline.js";
import { delegate } from "./events.js";
import { saveMade } from "./file.js";
import { watch } from "./heartbeat.js";
import { dismissWarning, stopKeeping, takeKeeping } from "./keeping.js";
import { layLine } from "./keepline.js";
import { printIfAsked } from "./print.js";
import { Regions } from "./regions.js";

const BUSY_AFTER = 150; // a shorter wait is not worth showing

const NO_LONGER_LIVE =
  "This page is no longer live: what computes it has stopped or cannot be reached. What it " +
  "shows may be out of date, and changes made now are not kept. ";

/**
 * One part of a lesson in `root`, from its first regions on, and the back end that `send` reaches;
 * `lesson` tells it from the others on the page, and `remedy` says what to do once it cannot be reached.
 */
export class Connection {
  #root;
  #remedy;
  #send;
  #regions;
  #pulse;
  #busy;
  #count = 0;
  #waiting = new Map(); // by what is not yet answered, the button that asked for a file, if one did
  #closing = new AbortController();

  constructor(root, { lesson, first, layout, tells, remedy }, send) {
    this.#root = root;
    this.#remedy = remedy;
    this.#send = send;
    root.classList.add("okin");
    this.#regions = new Regions(root, lesson, first, layout);
    if (tells) layLine(root);
    const ask = (message, button) => this.#ask(message, button);
    const report = (event) => ask({ kind: "event", event });
    for (const each of this.#regions.roots) {
      delegate(each, { report, ask }, this.#closing.signal);
    }
    this.#pulse = watch(() => this.#tell({ kind: "ping", n: ++this.#count }), () => this.lost());
    this.#tell({ kind: "hello" });
  }

  /** Take a message of the back end. */
  receive({ kind, seq, regions, message, ...more }) {
    this.#heard();
    layDetail(this.#root);
    if (kind === "keeping") takeKeeping(this.#root, (answer) => this.#tell(answer), more);
    const button = this.#waiting.get(seq);
    const ours = this.#waiting.delete(seq);
    if (ours && kind !== "error") {
      banner(this.#root, "error");
      dismissWarning();
    }
    if (kind === "regions") {
      this.#take(regions);
    } else if (kind === "file") {
      if (button) saveMade(more, button);
      this.#take({});
    } else if (kind === "error") {
      if (!this.#waiting.size) this.#settled();
      this.#regions.restore();
      banner(this.#root, "error", message);
    }
  }

  /** Say that what is shown is no longer live; whatever is heard next takes this back. */
  lost() {
    this.#waiting.clear();
    this.#settled();
    if (!this.#isStale()) banner(this.#root, "stale", NO_LONGER_LIVE + this.#remedy);
    this.#root.setAttribute("data-stale", "");
    this.#regions.restore();
  }

  close() {
    this.#closing.abort();
    stopKeeping(this.#root);
    this.#regions.close();
    this.#pulse.stop();
    clearTimeout(this.#busy);
  }

  #isStale() {
    return this.#root.hasAttribute("data-stale");
  }

  #tell(message) {
    try {
      this.#send(message);
    } catch {
      this.lost(); // Jupyter throws once it knows that the kernel is gone
    }
  }

  #heard() {
    this.#pulse.heard();
    if (!this.#isStale()) return;
    this.#root.removeAttribute("data-stale");
    banner(this.#root, "stale");
    this.#tell({ kind: "hello" });
  }

  #ask(message, button) {
    if (this.#isStale()) return this.#regions.restore();
    const seq = ++this.#count;
    this.#waiting.set(seq, button);
    this.#root.setAttribute("data-waiting", ""); // no rule is drawn by it: a short wait is not shown
    this.#busy ??= setTimeout(() => this.#root.setAttribute("aria-busy", "true"), BUSY_AFTER);
    this.#tell({ ...message, seq });
  }

  #take(fresh) {
    this.#regions.take(fresh);
    if (this.#waiting.size) return; // a later answer is coming: no flicker on the way to it
    this.#settled();
    this.#regions.show();
    printIfAsked();
  }

  #settled() {
    clearTimeout(this.#busy);
    this.#busy = undefined;
    this.#root.removeAttribute("aria-busy");
    this.#root.removeAttribute("data-waiting");
  }
}
