/**
 * Shows the regions of a lesson and reports what a visitor does with its native controls.
 * It knows nothing of law, and nothing of the back end but that it answers messages:
 *
 *   to it    {kind: "hello"}  {kind: "event", seq, event}  {kind: "ping", n}
 *   from it  {kind: "regions", seq, regions}  {kind: "error", seq, message}  {kind: "pong", n}
 *
 * A control with data-act="toggle" data-id="x" sends {toggle: "x", value}. In a form that has
 * data-act only the form sends, on submit, with its fields as the value.
 */

import { keepAddress } from "./address.js";
import { banner } from "./banner.js";
import { delegate } from "./events.js";
import { keepingFocus } from "./focus.js";
import { focusOn, page, selector, swap } from "./regions.js";

const PING_EVERY = 3000; // with LOST_AFTER, a lost kernel shows within ten seconds
const LOST_AFTER = 5000;
const BUSY_AFTER = 150; // a shorter wait is not worth showing

const NO_LONGER_LIVE =
  "This page is no longer live: what computes it has stopped or cannot be reached. What it " +
  "shows may be out of date, and changes made now are not kept. Reload the page, or in " +
  "JupyterLab run all cells again.";

/**
 * Show the regions `first` in `root`, and keep them in step with the back end that `send` reaches.
 * Returns `receive`, for its messages, and `close`.
 */
export function connect(root, first, send) {
  const shown = { ...first }; // the HTML that the lesson last sent
  const changed = new Set(); // regions not yet shown as sent
  const waiting = new Set(); // events not yet answered
  const closing = new AbortController();
  let count = 0;
  let busy;
  let overdue;

  function show(ids) {
    const here = [...ids].filter((id) => root.querySelector(selector(id)));
    keepingFocus(root, () => here.forEach((id) => swap(root.querySelector(selector(id)), shown[id])));
    keepAddress(root);
    if (!here.includes(page.goingTo)) return;
    focusOn(page.goingTo);
    page.goingTo = "";
  }

  const restore = () => show(Object.keys(shown));
  const isStale = () => root.hasAttribute("data-stale");

  function lost() {
    waiting.clear();
    settled();
    root.setAttribute("data-stale", "");
    banner(root, "stale", NO_LONGER_LIVE);
    restore();
  }

  function tell(message) {
    try {
      send(message);
    } catch {
      lost(); // Jupyter throws once it knows that the kernel is gone
    }
  }

  function ping() {
    overdue ??= setTimeout(lost, LOST_AFTER);
    tell({ kind: "ping", n: ++count });
  }

  function heard() {
    clearTimeout(overdue);
    overdue = undefined;
    if (!isStale()) return;
    root.removeAttribute("data-stale");
    banner(root, "stale");
    tell({ kind: "hello" });
  }

  function report(event) {
    if (isStale()) return restore();
    const seq = ++count;
    waiting.add(seq);
    busy ??= setTimeout(() => root.setAttribute("aria-busy", "true"), BUSY_AFTER);
    tell({ kind: "event", seq, event });
  }

  function settled() {
    clearTimeout(busy);
    busy = undefined;
    root.removeAttribute("aria-busy");
  }

  function regions(fresh) {
    for (const [id, html] of Object.entries(fresh)) {
      if (shown[id] === html) continue;
      shown[id] = html;
      changed.add(id);
    }
    if (waiting.size) return; // a later answer is coming: no flicker on the way to it
    settled();
    show(changed);
    changed.clear();
    if (!printing) return;
    printing = false;
    window.print();
  }

  function receive({ kind, seq, regions: fresh, message }) {
    heard();
    const ours = waiting.delete(seq);
    if (kind === "regions") {
      if (ours) banner(root, "error");
      regions(fresh);
    } else if (kind === "error") {
      if (!waiting.size) settled();
      restore();
      banner(root, "error", message);
    }
  }

  root.classList.add("okin");
  root.innerHTML = `<div class="regions" data-order="${Object.keys(first).join(" ")}">${Object.values(first).join("")}</div>`;
  delegate(root, report, closing.signal);
  const beat = setInterval(ping, PING_EVERY);
  tell({ kind: "hello" });

  function close() {
    closing.abort();
    clearInterval(beat);
    clearTimeout(overdue);
    clearTimeout(busy);
  }
  return { receive, lost, close };
}
