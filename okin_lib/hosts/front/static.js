/** The lessons of a page in a worker of its own: it needs no server but for its files. */

import { PageOfLessons } from "./lessons.js";
import { Progress } from "./progress.js";
import { WorkerLine } from "./workerline.js";

const RELOAD = "Reload the page; what is kept in this browser is then taken up.";
const NOT_STARTED =
  "This page can be read, but what computes it did not load or does not run here, so its controls " +
  "do nothing. Reload the page, or open it in a newer browser.";

function compute({ worker, offline }) {
  const progress = new Progress();
  const over = (its) => new WorkerLine(worker, {
    ...its,
    came: (bytes) => progress.came(bytes),
    take: (frame) => {
      if (frame.opened) begun();
      its.take(frame);
    },
    lost: () => {
      progress.end();
      if (lessons.isOpen) its.lost();
      else lessons.say(NOT_STARTED);
    },
  });

  /** What was loaded is then kept for the next visit; a browser may refuse to. */
  function begun() {
    progress.end();
    navigator.serviceWorker?.register(offline).catch(() => {});
  }
  const lessons = new PageOfLessons(over, RELOAD);
}

if (!document.documentElement.hasAttribute("data-unable")) compute(document.body.dataset);
