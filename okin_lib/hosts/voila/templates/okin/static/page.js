/**
 * Around the lessons in Voila: one question a screen for a projector, and passages for paper.
 * A region with data-aside is one that a learner acts in: it stays beside what it acts on.
 */

const TYPING = "textarea, select, input:not([type=checkbox])";
const KEYS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

const html = document.documentElement;
const bar = document.getElementById("projector");
const place = bar.querySelector("[role=status]");
const shown = document.head.appendChild(document.createElement("style"));

let at = 0;

/** What shows one after the other: each prose cell, and each region but those beside it. */
function screens() {
  const cells = [...document.querySelectorAll("main .jp-Cell")];
  return cells.flatMap((cell) => {
    const regions = [...cell.querySelectorAll(".regions > [data-region]:not([data-aside], [hidden])")];
    if (regions.length) return regions.map((region) => ({ cell, region }));
    return cell.textContent.trim() && !cell.querySelector(".jp-OutputArea") ? [{ cell }] : [];
  });
}

function titleOf({ cell, region }) {
  const shown = region ?? cell;
  const title = shown.querySelector("h1, h2, h3, legend") ?? shown.querySelector("summary");
  return title?.innerText.replace("¶", "").trim() ?? "";
}

/** By a style rule and not by an attribute: what a lesson sends replaces its attributes. */
function show(number) {
  const all = screens();
  at = Math.min(Math.max(number, 0), all.length - 1);
  const { cell, region } = all[at];
  document.querySelectorAll("main .jp-Cell").forEach((each) => each.toggleAttribute("data-on", each === cell));
  const selector = region && `.regions > [data-region="${CSS.escape(region.dataset.region)}"]`;
  shown.textContent = selector ? `[data-projector] .okin ${selector} { display: block !important; }` : "";
  place.textContent = [`${at + 1} of ${all.length}`, titleOf(all[at])].filter(Boolean).join(": ");
  if (!document.activeElement?.getClientRects().length) bar.querySelector("[data-by='1']").focus();
  window.scrollTo(0, 0);
}

function project(on) {
  html.toggleAttribute("data-projector", on);
  bar.hidden = !on;
  if (on) show(at);
  else shown.textContent = "";
  document.getElementById("project").focus();
}

document.getElementById("project").addEventListener("click", () => project(!html.hasAttribute("data-projector")));

bar.addEventListener("click", ({ target }) => {
  if (target.dataset.by) show(at + Number(target.dataset.by));
  else if (target.matches("[data-leave]")) project(false);
});

/** Before a widget, which keeps the keys pressed in it from JupyterLab. */
document.addEventListener(
  "keydown",
  (event) => {
    if (!html.hasAttribute("data-projector") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") project(false);
    if (!KEYS[event.key] || event.target.closest(TYPING)) return;
    event.preventDefault();
    show(at + KEYS[event.key]);
  },
  { capture: true },
);

const takeAway = () => document.querySelector(".appendix")?.remove();

/** On paper the passages of what is folded stand at the end, each once, by page. */
window.addEventListener("beforeprint", () => {
  takeAway();
  const once = new Map();
  for (const support of document.querySelectorAll(".regions > [data-region]:not([hidden]) .support")) {
    if (!support.closest("details:not([open])")) continue; // it stands where it is
    const passage = [support.querySelector("blockquote"), support.querySelector("cite")];
    const [quotation, cited] = passage.map((each) => each.textContent);
    once.set(quotation + cited.split(":")[0], { page: parseInt(cited, 10), passage });
  }
  if (!once.size) return;
  const appendix = document.createElement("section");
  appendix.className = "okin appendix";
  appendix.append(Object.assign(document.createElement("h2"), { textContent: "The passages" }));
  for (const { passage } of [...once.values()].sort((a, b) => a.page - b.page)) {
    appendix.append(...passage.map((each) => each.cloneNode(true)));
  }
  document.querySelector("main").append(appendix);
});

window.addEventListener("afterprint", takeAway);
