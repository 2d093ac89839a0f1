/**
 * How much is told of violence: as the opinion words it, or names of acts only, each of which opens
 * what it covers. It is chosen for every page of this tab, until that is closed. Which words they
 * are stands in the markup, and how they are covered in the sheet.
 */

const FEWER = "okin-fewer-details";
export const CHOOSES = "button[data-fewer]";
const COVER = ".worded > [role=button]";

const isFewer = () => document.documentElement.dataset.detail === "names";

/** Let every button that chooses say what is chosen. */
export function showDetail() {
  for (const each of document.querySelectorAll(CHOOSES)) each.setAttribute("aria-pressed", isFewer());
}

function chooseFewer(on) {
  if (on) document.documentElement.dataset.detail = "names";
  else delete document.documentElement.dataset.detail;
  for (const cover of document.querySelectorAll(COVER)) uncover(cover, false);
  showDetail();
}

/** No lesson knows of it: its next markup leaves what is marked as the page has it. */
function uncover(cover, on) {
  cover.parentElement.toggleAttribute("data-said", on);
  cover.setAttribute("aria-expanded", on);
}

const turnOver = (cover) => uncover(cover, !cover.parentElement.hasAttribute("data-said"));

/** A browser that keeps nothing lets a choice last as long as the page. */
function inTab(act) {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}

function heedDetail() {
  document.addEventListener("click", (event) => {
    const cover = event.target.closest(COVER);
    if (cover) event.preventDefault(); // it may stand in the label of an answer
    if (cover) turnOver(cover);
    if (!event.target.closest(CHOOSES)) return;
    chooseFewer(!isFewer());
    inTab((tab) => (isFewer() ? tab.setItem(FEWER, "yes") : tab.removeItem(FEWER)));
  });
  window.addEventListener("keydown", (event) => {
    if (!["Enter", " "].includes(event.key) || !event.target.matches?.(COVER)) return;
    event.preventDefault();
    event.stopPropagation(); // JupyterLab would run the cell
    turnOver(event.target);
  }, { capture: true });
  chooseFewer(inTab((tab) => tab.getItem(FEWER)) !== null);
  return true;
}

globalThis.okinDetail ??= heedDetail(); // a page and each of its widgets run this module
