/**
 * Keeps the regions of a lesson in step with the back end that computes it, and says when it
 * cannot. It knows nothing of law, and nothing of the back end but that it answers messages:
 *
 *   to it    {kind: "hello"}  {kind: "event", seq, event}  {kind: "ping", n}
 *   from it  {kind: "regions", seq, regions}  {kind: "error", seq, message}  {kind: "pong", n}
 */

import { banner } from "./banner.js";
import { delegate } from "./events.js";
import { watch } from "./heartbeat.js";
import { printIfAsked } from "./print.js";
import { Regions } from "./regions.js";

const BUSY_AFTER = 150; // a shorter wait is not worth showing

const NO_LONGER_LIVE =
  "This page is no longer live: what computes it has stopped or cannot be reached. What it " +
  "shows may be out of date, and changes made now are not kept. Reload the page, or in " +
  "JupyterLab run all cells again.";

/** One part of a lesson in `root`, from its first regions on, and the back end that `send` reaches. */
export class Connection {
  #root;
  #send;
  #regions;
  #pulse;
  #busy;
  #count = 0;
  #waiting = new Set(); // events not yet answered
  #closing = new AbortController();

  constructor(root, { first, layout }, send) {
    this.#root = root;
    this.#send = send;
    root.classList.add("okin");
    this.#regions = new Regions(root, first, layout);
    for (const each of this.#regions.roots) {
      delegate(each, (event) => this.#report(event), this.#closing.signal);
    }
    this.#pulse = watch(() => this.#tell({ kind: "ping", n: ++this.#count }), () => this.lost());
    this.#tell({ kind: "hello" });
  }

  /** Take a message of the back end. */
  receive({ kind, seq, regions, message }) {
    this.#heard();
    const ours = this.#waiting.delete(seq);
    if (kind === "regions") {
      if (ours) banner(this.#root, "error");
      this.#take(regions);
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
    this.#root.setAttribute("data-stale", "");
    banner(this.#root, "stale", NO_LONGER_LIVE);
    this.#regions.restore();
  }

  close() {
    this.#closing.abort();
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

  #report(event) {
    if (this.#isStale()) return this.#regions.restore();
    const seq = ++this.#count;
    this.#waiting.add(seq);
    this.#busy ??= setTimeout(() => this.#root.setAttribute("aria-busy", "true"), BUSY_AFTER);
    this.#tell({ kind: "event", seq, event });
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
  }
}
