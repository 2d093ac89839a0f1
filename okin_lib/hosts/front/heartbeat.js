/**
 * Finds out that what computes the page no longer answers. A kernel that hangs, or a network that
 * fails, says nothing of it, so that a page has to ask. What then is to be said is not decided here.
 */

const PING_EVERY = 3000; // with LOST_AFTER, a lost kernel shows within ten seconds
const LOST_AFTER = 5000;

/**
 * Call `ask` every so often, and `onLost` when nothing is heard after. Returns `heard`, to be
 * called on whatever comes: any answer is a sign of life, and not only one to what was asked.
 */
export function watch(ask, onLost) {
  let overdue;
  const beat = setInterval(() => {
    overdue ??= setTimeout(onLost, LOST_AFTER); // the first that is unanswered counts, not the last
    ask();
  }, PING_EVERY);

  function heard() {
    clearTimeout(overdue);
    overdue = undefined;
  }

  function stop() {
    clearInterval(beat);
    heard();
  }
  return { heard, stop };
}
