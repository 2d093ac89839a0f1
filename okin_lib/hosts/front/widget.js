/** The Jupyter widget: the same page over a comm. */

import { connect } from "./connect.js";

/** JupyterLab takes a plain key that reaches it for a command: "b" adds a cell. */
function keepKey(event) {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
}

function render({ model, el }) {
  const page = connect(el, model.get("first"), (message) => model.send(message));
  el.addEventListener("keydown", keepKey);
  model.on("msg:custom", page.receive);
  model.on("comm_live_update", page.lost); // should the comm live, its next answer takes this back
  return () => {
    model.off("msg:custom", page.receive);
    model.off("comm_live_update", page.lost);
    page.close();
    el.removeEventListener("keydown", keepKey);
  };
}

export default { render };
