/** The Jupyter widget: a part of a lesson over a comm. */

import { Connection } from "./connect.js";

/** JupyterLab takes a plain key that reaches it for a command: "b" adds a cell. */
function keepKey(event) {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
}

function render({ model, el }) {
  const part = { first: model.get("first"), layout: model.get("arranged") };
  const connection = new Connection(el, part, (message) => model.send(message));
  const receive = (message) => connection.receive(message);
  const lost = () => connection.lost(); // should the comm live, its next answer takes this back
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
