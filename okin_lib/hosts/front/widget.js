/** The Jupyter widget: a part of a lesson over a comm. */

import { Connection } from "./connect.js";

const RUN_AGAIN = "Reload the page, or in JupyterLab run all cells again.";

/** JupyterLab takes a plain key that reaches it for a command: "b" adds a cell. */
function keepKey(event) {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
}

/**
 * To run all cells JupyterLab turns to the last: a lesson whose first part is out of sight above
 * begins at the top.
 */
function begin(el) {
  const panel = el.closest(".jp-WindowedPanel-outer");
  if (panel?.querySelector(".okin") !== el) return;
  if (el.getBoundingClientRect().bottom < panel.getBoundingClientRect().top) panel.scrollTop = 0;
}

function render({ model, el }) {
  const [lesson, first, layout, tells] = ["lesson", "first", "arranged", "tells"].map((each) => model.get(each));
  const part = { lesson, first, layout, tells, remedy: RUN_AGAIN };
  const connection = new Connection(el, part, (message) => model.send(message));
  const receive = (message) => connection.receive(message);
  const lost = () => connection.lost(); // should the comm live, its next answer takes this back
  requestAnimationFrame(() => begin(el)); // it is put in the page after this
  el.addEventListener("keydown", keepKey);
  model.on("msg:custom", receive);
  model.on("comm_live_update", lost);
  return () => {
    model.off("msg:custom", receive);
    model.off("comm_live_update", lost);
    connection.close();
    el.removeEventListener("keydown", keepKey);
  };
}

export default { render };
