/**
 * Around the lessons in Voila: one question a screen for a projector, and passages for paper.
 * A region with data-aside is one that a learner acts in: it stays beside what it acts on. One with
 * data-apart is for whoever teaches, and is not projected.
 */

const TYPING = "textarea, select, input:not([type=checkbox])";
const KEYS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
const DRAWN = "circuit"; // the circuit: what it comes to and the parties stand with it
const PARTIES = "strip";
const WITH_IT = ["live", PARTIES];
const REASON = "why"; // takes the place of what it is the reason of, and of the parties
const REASONED = [DRAWN, "matrix"];
const SAID = ".jp-RenderedMarkdown > :not(h2, .btn)"; // a heading by itself is that of what follows
const SUPPOSED = "main input[data-act=suppose]"; // the first of them is the record
const REGION = ":is(.regions, .regions > div) > [data-region]";
const KEPT = `okin-projector:${location.pathname}`;

const html = document.documentElement;
const head = document.querySelector(".top");
const bar = document.getElementById("projector");
const place = bar.querySelector("[role=status]");
const whyButton = bar.querySelector("[data-why]");
const nextButton = bar.querySelector("[data-by='1']");
const NEXT = nextButton.textContent;
const shown = document.head.appendChild(document.createElement("style"));

// What opens over the page leaves the way out in sight, however many lines stand beside it.
new ResizeObserver(() => html.style.setProperty("--head", `${head.offsetHeight}px`)).observe(head);

let at = 0;
let counted = 0; // screens, when one was shown
let why = false; // whether a reason stands where the circuit was

const find = (id) => document.querySelector(`main .regions [data-region="${id}"]:not([hidden])`);
const isFolded = (region) => region.querySelector(":scope > details:only-child:not([open])");

/** Whether a region shows something, and is no part of the screen of another. */
const isOwn = (region) =>
  region.textContent.trim() &&
  !isFolded(region) &&
  !([...WITH_IT, REASON].includes(region.dataset.region) && find(DRAWN));

/** What shows one after the other: each prose cell, and each region but those beside it. */
function screens() {
  const cells = [...document.querySelectorAll("main .jp-Cell")];
  return cells.flatMap((cell) => {
    const regions = [...cell.querySelectorAll(`${REGION}:not([data-aside], [data-apart], [hidden])`)];
    if (regions.length) return regions.filter(isOwn).map((region) => ({ cell, region }));
    return cell.querySelector(SAID) && !cell.querySelector(".jp-OutputArea") ? [{ cell }] : [];
  });
}

function titleOf({ cell, region }) {
  const shown = region ?? cell;
  const title = shown.querySelector("h1, h2, h3, legend, caption") ?? shown.querySelector("summary");
  return (title?.innerText ?? shown.ariaLabel ?? "").replace("¶", "").trim();
}

const nameOf = ({ cell, region }) => `${cell.closest("[data-step]")?.dataset.step} ${region?.dataset.region ?? ""}`;

/** Lay out anew what has as much room as before, in letters of another size: Chromium does not. */
function layOut() {
  html.toggleAttribute("data-anew", true);
  html.toggleAttribute("data-anew", html.scrollHeight < 0); // to ask for it lays it out
}

/** By a style rule and not by an attribute: what a lesson sends replaces its attributes. */
function show(number, reasoned = why) {
  const all = screens();
  why = reasoned;
  counted = all.length;
  at = Math.min(Math.max(number, 0), all.length - 1);
  const { cell, region } = all[at];
  const id = region?.dataset.region;
  const reason = REASONED.includes(id) && find(REASON);
  const besides = (each) => (id === DRAWN || cell.contains(find(each))) && !(why && each === PARTIES);
  const with_ = reason ? WITH_IT.filter(besides) : [];
  const ids = region ? [...with_, reason && why ? REASON : id] : [];
  const on = ids.map((each) => find(each)?.closest(".jp-Cell")); // the parties come once it is drawn
  for (const each of document.querySelectorAll("main .jp-Cell")) each.toggleAttribute("data-on", each === cell || on.includes(each));
  const others = ids.map((each) => `, [data-region="${CSS.escape(each)}"]`).join("");
  shown.textContent = `html[data-projector] .okin ${REGION}:not([data-aside]${others}) { display: none !important; }`;
  html.dataset.projector = reason && why ? DRAWN : (id ?? "");
  layOut();
  whyButton.hidden = !reason;
  whyButton.setAttribute("aria-pressed", why);
  html.toggleAttribute("data-long", false);
  html.toggleAttribute("data-long", !region && html.scrollHeight > innerHeight);
  nameNext();
  place.textContent = [`${at + 1} of ${counted}`, titleOf(all[at])].filter(Boolean).join(": ");
  sessionStorage.setItem(KEPT, nameOf(all[at]));
  if (!document.activeElement?.getClientRects().length) nextButton.focus();
  window.scrollTo(0, 0);
}

function project(on, number = at) {
  html.toggleAttribute("data-projector", on);
  bar.hidden = !on;
  if (on) show(number);
  else {
    watch.disconnect();
    shown.textContent = "";
    html.toggleAttribute("data-long", false);
    sessionStorage.removeItem(KEPT);
  }
  document.getElementById("project").focus();
}

/** After a reload, go on where one was, as the lessons come, until one turns. */
function resume() {
  const all = screens();
  const found = all.findIndex((screen) => nameOf(screen) === kept);
  if (found < 0 || all.length === counted) return;
  if (html.hasAttribute("data-projector")) show(found);
  else project(true, found);
}

const kept = sessionStorage.getItem(KEPT);
const watch = new MutationObserver(resume);
if (kept !== null) {
  watch.observe(document.querySelector("main"), { childList: true, subtree: true });
  resume();
}

/** What the next step supposes, where the circuit still stands as on the record. */
function toFlip() {
  const [record, first] = document.querySelectorAll(SUPPOSED);
  return html.dataset.projector === DRAWN && record?.checked ? first : null;
}

function nameNext() {
  const flips = toFlip();
  nextButton.textContent = flips ? `Suppose: ${flips.parentElement.textContent.trim()}` : NEXT;
}

/** Forward, a class first sees the circuit change, and then the next screen; of what is covered nothing turns. */
function turn(by) {
  watch.disconnect();
  if (document.querySelector("main").inert) return;
  const flips = by > 0 && toFlip();
  if (flips) flips.click();
  show(flips ? at : at + by);
}

document.querySelector("main").addEventListener("change", () => html.hasAttribute("data-projector") && nameNext());

document.getElementById("project").addEventListener("click", () => project(!html.hasAttribute("data-projector")));

bar.addEventListener("click", ({ target }) => {
  if (target.dataset.by) turn(Number(target.dataset.by));
  else if (target.matches("[data-leave]")) project(false);
  else if (target === whyButton) show(at, !why);
});

/** Before a widget, which keeps the keys pressed in it from JupyterLab. */
document.addEventListener(
  "keydown",
  (event) => {
    if (!html.hasAttribute("data-projector") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") project(false);
    if (event.target.closest(TYPING)) return;
    if (event.key === "w" && !whyButton.hidden) show(at, !why);
    if (!KEYS[event.key]) return;
    event.preventDefault();
    turn(KEYS[event.key]);
  },
  { capture: true },
);

/** Project the screen of a region that another part of the page names, if there is one. */
document.addEventListener("okin-turn", ({ detail }) => {
  const found = screens().findIndex(({ region }) => region?.dataset.region === detail);
  if (found >= 0) project(true, found);
});

const takeAway = () => document.querySelector(".appendix")?.remove();

/** On paper the passages of what is folded stand at the end, each once, as the opinion has them. */
window.addEventListener("beforeprint", () => {
  takeAway();
  const once = new Map();
  for (const support of document.querySelectorAll(".regions [data-region]:not([hidden]) .support")) {
    if (!support.closest("details:not([open])")) continue; // it stands where it is
    const passage = [support.querySelector("blockquote"), support.querySelector("cite")];
    const { page, at } = support.dataset;
    once.set(`${page}: ${passage[0].textContent}`, { at: at.split(" ").map(Number), passage });
  }
  if (!once.size) return;
  const appendix = document.createElement("section");
  appendix.className = "okin appendix";
  appendix.append(Object.assign(document.createElement("h2"), { textContent: "The passages" }));
  const inOrder = ({ at: [part, start] }, { at: [other, later] }) => part - other || start - later;
  for (const { passage } of [...once.values()].sort(inOrder)) {
    appendix.append(...passage.map((each) => each.cloneNode(true)));
  }
  document.querySelector("main").append(appendix);
});

window.addEventListener("afterprint", takeAway);
