/**
 * A notebook with numbered sections, one step at a time: what stands before the first of them is a
 * step, and so is each section. Nothing is moved: without this script, and on paper, all is shown.
 */

{
  const NUMBER = /^\d+\.\s*/;
  const SHORT = 250; // characters: a heading and two lines do not push away what follows
  const FOCUSED = { preventScroll: true };

  const main = document.getElementById("text");
  const nav = document.getElementById("steps");
  const turns = document.getElementById("turns");
  const cells = [...main.querySelectorAll(":scope > [data-step]")];
  const headings = cells.map((cell) => cell.querySelector(".jp-RenderedMarkdown h2"));
  const worded = (heading) => heading.textContent.replace("¶", "").trim();
  const first = headings.findIndex((heading) => heading && NUMBER.test(worded(heading)));

  let at = -1;

  /** Each step is named by its last heading. */
  function grouped() {
    const steps = [];
    cells.forEach((cell, number) => {
      if (!number || (headings[number] && number >= first)) steps.push({ cells: [] });
      const step = steps[steps.length - 1];
      step.cells.push(cell);
      if (headings[number]) Object.assign(step, { id: headings[number].id, text: worded(headings[number]) });
    });
    return steps.filter(({ id }) => id);
  }

  const steps = first < 0 ? [] : grouped();
  const stepOf = (element) => steps.findIndex(({ cells }) => cells.some((cell) => cell.contains(element)));

  function linkTo({ id, text }, before = "") {
    const link = Object.assign(document.createElement("a"), { href: `#${encodeURIComponent(id)}` });
    link.textContent = before + text.replace(NUMBER, "");
    return link;
  }

  function begin() {
    for (const step of steps) {
      const item = document.createElement("li");
      step.link = item.appendChild(linkTo(step));
      const numbers = NUMBER.test(step.text) || step === steps[0];
      item.toggleAttribute("data-aside", !numbers);
      nav.firstElementChild.append(item);
    }
    steps.slice(1).forEach(fold);
    nav.hidden = turns.hidden = false;
    arrive();
    window.addEventListener("hashchange", () => arrive(true));
    document.addEventListener("click", follow, { capture: true });
  }

  /** What a step says before what it does is folded where it is long: a button shows it. */
  function fold({ cells }) {
    const prose = cells[0].querySelector(".jp-RenderedMarkdown");
    if (prose.textContent.length <= SHORT || !cells.some((cell) => cell.querySelector(".jp-OutputArea"))) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn plain", textContent: "What to do here" });
    const set = (folded) => {
      prose.toggleAttribute("data-folded", folded);
      button.setAttribute("aria-expanded", !folded);
    };
    button.addEventListener("click", () => set(!prose.hasAttribute("data-folded")));
    prose.querySelector("h2").after(button);
    set(true);
  }

  /** Show a step; its name stands in for the title where the notebook's own is in another. */
  function turn(number) {
    at = number;
    steps.forEach(({ cells, link }, each) => {
      cells.forEach((cell) => cell.toggleAttribute("data-off", each !== at));
      if (each === at) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    });
    main.toggleAttribute("data-prose", !steps[at].cells.some((cell) => cell.querySelector(".jp-OutputArea")));
    const title = document.getElementById("title");
    const heads = { role: "heading", "aria-level": "1" };
    for (const [name, value] of Object.entries(heads)) {
      if (steps[at].cells.some((cell) => cell.querySelector("h1"))) title.removeAttribute(name);
      else title.setAttribute(name, value);
    }
    const beside = [["prev", at - 1, "Back: "], ["next", at + 1, "Next: "]].filter(([, to]) => steps[to]);
    turns.textContent = "";
    for (const [rel, to, before] of beside) {
      const className = rel === "next" ? "btn primary" : "btn";
      turns.append(Object.assign(linkTo(steps[to], before), { rel, className }));
    }
  }

  /** Turn to the step that the address names, or that holds what it names. */
  function arrive(asked = false) {
    const id = decoded(location.hash.slice(1));
    const target = id ? document.getElementById(id) : null;
    const to = stepOf(target);
    if (to < 0 && at >= 0) {
      keep();
      return;
    }
    turn(Math.max(to, 0));
    if (to < 0) return;
    if (id !== steps[to].id) target.scrollIntoView();
    else if (asked) enter();
  }

  /** Go to the top of the step that shows, with focus on its first heading. */
  function enter() {
    const heading = steps[at].cells.map((cell) => cell.querySelector("h1, h2")).find(Boolean);
    heading.tabIndex = -1;
    heading.focus(FOCUSED);
    window.scrollTo(0, 0);
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  }

  /** The address of the step that shows, so that a reload keeps it. */
  const keep = () => history.replaceState(history.state, "", steps[at].link.href);

  /** A button that goes to a region, or back from it, first turns to its step. */
  function follow({ target }) {
    const region = target.closest("[data-go]")?.dataset.go;
    const there = target.closest("[data-go-back]")
      ? globalThis.okinPage?.cameFrom
      : region && main.querySelector(`[data-region="${CSS.escape(region)}"]`);
    const to = there ? stepOf(there) : -1;
    if (to < 0 || to === at) return;
    turn(to);
    keep();
  }

  document.documentElement.toggleAttribute("data-stepped", true);
  if (steps.length > 1 && !document.documentElement.hasAttribute("data-embed")) begin();
}
