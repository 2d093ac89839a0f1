/** What is projected of a class, over a notebook's page: it shows, and does what a reveal asks of the page. */

import { ClassPage } from "./classline.js";

const projectedPage = document.documentElement;
const notebook = document.querySelector("main");
let awaited = ""; // the region to turn to, once it is there

function turnIfThere() {
  if (!awaited) return;
  document.dispatchEvent(new CustomEvent("okin-turn", { detail: awaited }));
  if (projectedPage.dataset.projector === awaited) awaited = "";
}

/** Where what is asked lies over the page, nobody gets to what is beneath. */
function coverIfShown() {
  const covers = projectedPage.hasAttribute("data-projector") && document.querySelector("#class .on-screen");
  notebook.inert = Boolean(covers);
}

new MutationObserver(turnIfThere).observe(notebook, { childList: true, subtree: true });
new MutationObserver(coverIfShown).observe(projectedPage, { attributeFilter: ["data-projector"] });

new ClassPage(document.body.dataset.classSocket, {
  greet: () => ({ as: "screen" }),
  shown: coverIfShown,
  more: ({ turn }) => {
    if (!turn) return;
    awaited = turn;
    turnIfThere();
  },
});
