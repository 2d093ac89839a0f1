/** The lessons of a page in a worker of its own: it needs no server but for its files. */

import { PageOfLessons } from "./lessons.js";
import { Progress } from "./progress.js";
import { WorkerLine } from "./workerline.js";

const RELOAD = "Reload the page; what is kept in this browser is then taken up.";
const NOT_STARTED =
  "This page can be read, but what computes it did not load or does not run here, so its controls " +
  "do nothing. Reload the page, or open it in a newer browser.";

/** Compute the page, where it can be; `begun` is called once it is, and `heard` with what comes of it. */
export function compute({ begun = () => {}, heard = () => {} }) {
  if (document.documentElement.hasAttribute("data-unable")) return;
  const progress = new Progress();
  const over = (its) => new WorkerLine(document.body.dataset.worker, {
    ...its,
    came: (bytes) => progress.came(bytes),
    take: (frame) => {
      if (frame.opened) {
        progress.end();
        begun();
      }
      its.take(frame);
      heard(frame);
    },
    lost: () => {
      progress.end();
      if (lessons.isOpen) its.lost();
      else lessons.say(NOT_STARTED);
    },
  });
  const lessons = new PageOfLessons(over, RELOAD);
}
