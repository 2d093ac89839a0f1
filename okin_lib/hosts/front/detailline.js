/** Where no page around the lessons has it: the button that chooses how much is told of violence. */

import { CHOOSES, showDetail } from "./detail.js";

const COVERS = " Names of acts only: words that describe violence are covered, and each opens if you ask for it.";

/** Put the button above a part that stands in a page, unless another part there has it. */
export function layDetail(root) {
  const around = root.closest(".jp-Notebook") ?? document; // JupyterLab has several in one page
  if (!root.isConnected || around.querySelector(CHOOSES)) return;
  const line = document.createElement("p");
  line.className = "note fewer";
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Fewer details" });
  button.className = "plain";
  button.setAttribute("data-fewer", "");
  line.append(button, COVERS);
  root.prepend(line);
  showDetail();
}
