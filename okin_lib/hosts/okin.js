/**
 * Shows the regions of a lesson and reports what a visitor does with its native controls.
 * It knows nothing of law, and nothing of the back end but that it answers messages:
 *
 *   to it    {kind: "hello"}  {kind: "event", seq, event}  {kind: "ping", n}
 *   from it  {kind: "regions", seq, regions}  {kind: "error", seq, message}  {kind: "pong", n}
 *
 * A control with data-act="toggle" data-id="x" sends {toggle: "x", value}. In a form that has
 * data-act only the form sends, on submit, with its fields as the value.
 */

const PING_EVERY = 3000; // with LOST_AFTER, a lost kernel shows within ten seconds
const LOST_AFTER = 5000;
const BUSY_AFTER = 150; // a shorter wait is not worth showing

const ADDRESS_AFTER = 400;

const NO_LONGER_LIVE =
  "This page is no longer live: what computes it has stopped or cannot be reached. What it " +
  "shows may be out of date, and changes made now are not kept. Reload the page, or in " +
  "JupyterLab run all cells again.";

const CONTROLS = "input, select, option, textarea";

const selector = (id) => `[data-region="${CSS.escape(id)}"]`;

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** What makes two elements the same one before and after a change, or "" if only place does. */
function key(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const { key: own, region, act, id } = node.dataset;
  const choice = node.type === "search" ? "" : node.getAttribute("value"); // what is typed changes
  return node.id || own || region || (act ? `${act} ${id} ${choice}` : "");
}

const alike = (a, b) => a.nodeName === b.nodeName && key(a) === key(b);

function match(from, fresh) {
  if (!from || alike(from, fresh)) return from;
  let node = key(fresh) ? from.nextSibling : null;
  while (node && !alike(node, fresh)) node = node.nextSibling;
  return node;
}

/** The lesson decides what its controls say, but not what is typed or chosen and not yet sent. */
function settle(old, fresh) {
  if (!old.matches(CONTROLS)) return;
  const unsent = old.closest("form[data-act]") !== null;
  for (const state of ["checked", "selected"]) {
    const now = fresh.hasAttribute(state);
    if (state in old && !(unsent && old.hasAttribute(state) === now)) old[state] = now;
  }
  if ("defaultValue" in old && old.defaultValue !== fresh.defaultValue) {
    old.value = fresh.defaultValue;
  }
}

/** The same markup can still show another state, in the controls that a visitor has touched. */
function settleAll(old, fresh) {
  settle(old, fresh);
  const states = fresh.querySelectorAll(CONTROLS);
  old.querySelectorAll(CONTROLS).forEach((control, n) => settle(control, states[n]));
}

function setAttributes(old, fresh) {
  const readers = (name) => name === "open" && old.nodeName === "DETAILS";
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !readers(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !readers(name)) old.setAttribute(name, value);
  }
}

function removeUntil(node, end) {
  while (node && node !== end) {
    const gone = node;
    node = node.nextSibling;
    gone.remove();
  }
}

/** Make `old` say what `fresh` says, touching only what differs: all else keeps its state. */
function morph(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  if (old.isEqualNode(fresh)) {
    settleAll(old, fresh);
    return;
  }
  settle(old, fresh);
  setAttributes(old, fresh);
  let next = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    const same = match(next, child);
    if (same) {
      removeUntil(next, same);
      morph(same, child);
      next = same.nextSibling;
    } else {
      old.insertBefore(child, next);
    }
  }
  removeUntil(next, null);
}

/** A live region speaks when its text changes; one that is replaced may stay silent. */
function swap(element, html) {
  const fresh = parse(html);
  if (element.dataset.region !== "live") {
    morph(element, fresh);
    showMark(element);
  } else if (element.textContent !== fresh.textContent) element.textContent = fresh.textContent;
}

let addressing;
let printing = false; // once what is asked for has come

/** The page's query with `code` in it, or with none: only `s` is ours, and all else stays as it is. */
function queryWith(code) {
  const fields = location.search.slice(1).split("&").filter(Boolean);
  const others = fields.filter((field) => !new URLSearchParams(field).has("s"));
  const all = code ? [...others, `s=${code}`] : others;
  return all.length ? `?${all.join("&")}` : "";
}

/** In Voila the address follows the scenario, so that a reload brings it back. */
function keepAddress(root) {
  const code = root.querySelector("[data-code]")?.dataset.code;
  if (code === undefined || document.body.dataset.voila === undefined) return;
  clearTimeout(addressing); // once all is still: it takes longer than all the rest of a click
  addressing = setTimeout(() => {
    const query = queryWith(code);
    if (query !== location.search) history.replaceState(null, "", location.pathname + query + location.hash);
  }, ADDRESS_AFTER);
}

/** Run `change`, then put focus back: on the same control, or nearest to where it was. */
function keepingFocus(root, change) {
  const focused = document.activeElement;
  const path = [];
  if (root.contains(focused)) {
    for (let node = focused; node !== root; node = node.parentElement) path.push(node);
  }
  const { selectionStart, selectionEnd } = focused ?? {};
  change();
  if (!path.length || (focused.isConnected && !focused.disabled)) return;
  const twin = [...root.querySelectorAll(focused.nodeName)].find((node) => alike(node, focused));
  const place = twin && !twin.disabled ? twin : path.find((n) => n.isConnected && !n.disabled);
  if (!place) return;
  if (place !== twin) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  if (place === twin && selectionStart != null) twin.setSelectionRange(selectionStart, selectionEnd);
}

function valueOf(control) {
  return control.type === "checkbox" ? control.checked : control.value;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1?\]|0\.0\.0\.0)$/; // as in share.py
const onlyHere = ({ hostname }) => LOOPBACK.test(hostname) || document.body.dataset.voila === undefined;

/**
 * A link as others open it: a page that was opened as localhost is elsewhere for them, and
 * nothing of its own query, where a token may stand, goes along.
 */
function absolute(link) {
  const url = new URL(link, location.origin + location.pathname);
  const own = document.body.dataset.ownAddress;
  if (own && LOOPBACK.test(url.hostname)) url.hostname = own;
  return url.href;
}

/** Copy a field's text, or a link to this page, and say that it was copied or what to do. */
async function copy(root, button) {
  const { copy: id, copyLink: link } = button.dataset;
  const field = id && root.querySelector(`#${CSS.escape(id)}`);
  const text = field ? field.value : absolute(link);
  const said = button.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(text);
    const only = !field && onlyHere(new URL(text)) ? " This address opens only on this machine." : "";
    said.textContent = `Copied.${only}`;
  } catch {
    said.textContent = `Copy this: ${text}`; // a page without https may not write to the clipboard
  }
}

// Each part of a lesson runs this module anew: what they share is the page's.
const page = (globalThis.okinPage ??= { cameFrom: null, goingTo: "" });

/** Put focus on what a region marks, or on its heading, wherever it is on the page. */
function focusOn(region) {
  const there = document.querySelector(selector(region));
  (there?.querySelector("mark") ?? there?.querySelector("[tabindex='-1']"))?.focus();
}

/** Go to a region, at once and when what was asked of it comes; remember where this was. */
function go(region, from) {
  Object.assign(page, { cameFrom: from, goingTo: region });
  focusOn(region);
}

/** Bring what is marked into sight in its box, without moving the page. */
function showMark(element) {
  const mark = element.querySelector("mark");
  if (mark?.offsetParent) mark.offsetParent.scrollTop = mark.offsetTop - 40;
}

/** Call `report` with each event that the controls in `root` give rise to. */
function delegate(root, report, signal) {
  const acted = (element, value) => {
    const { act, id } = element.dataset;
    report({ [act]: id, value });
  };
  const sends = (control) => control && !control.closest("form[data-act]");
  const on = (type, handle) => root.addEventListener(type, handle, { signal });

  const typed = (target) => target.matches("[type=search]");
  on("change", ({ target }) => {
    if (target.matches("[data-act]") && sends(target) && !typed(target)) acted(target, valueOf(target));
  });
  on("input", ({ target }) => {
    if (typed(target)) acted(target, valueOf(target));
  });
  root.addEventListener("toggle", ({ target }) => {
    if (target.open && target.dataset.act) acted(target, true);
  }, { signal, capture: true }); // this event does not bubble
  on("click", ({ target }) => {
    const button = target.closest("button[data-act]");
    const { link } = button?.dataset ?? {};
    if (sends(button)) acted(button, link ? absolute(link) : button.value);
    printing ||= button?.matches("[data-print]");
    if (button?.dataset.go) go(button.dataset.go, button);
    if (target.closest("[data-go-back]")) page.cameFrom?.focus();
    const copier = target.closest("button[data-copy], button[data-copy-link]");
    if (copier) copy(root, copier);
  });
  on("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    if (form.dataset.act) acted(form, Object.fromEntries(new FormData(form)));
  });
}

/** Show one message above the regions, as text; without `text`, take it away. */
function banner(root, name, text) {
  root.querySelector(`:scope > .banner.${name}`)?.remove();
  if (!text) return;
  const said = [...document.querySelectorAll(".okin > [role=alert]")];
  const element = document.createElement("p");
  element.className = `banner ${name}`;
  element.setAttribute("role", said.some((other) => other.textContent === text) ? "note" : "alert");
  element.textContent = text;
  root.prepend(element);
}

/**
 * Show the regions `first` in `root`, and keep them in step with the back end that `send` reaches.
 * Returns `receive`, for its messages, and `close`.
 */
export function connect(root, first, send) {
  const shown = { ...first }; // the HTML that the lesson last sent
  const changed = new Set(); // regions not yet shown as sent
  const waiting = new Set(); // events not yet answered
  const closing = new AbortController();
  let count = 0;
  let busy;
  let overdue;

  function show(ids) {
    const here = [...ids].filter((id) => root.querySelector(selector(id)));
    keepingFocus(root, () => here.forEach((id) => swap(root.querySelector(selector(id)), shown[id])));
    keepAddress(root);
    if (!here.includes(page.goingTo)) return;
    focusOn(page.goingTo);
    page.goingTo = "";
  }

  const restore = () => show(Object.keys(shown));
  const isStale = () => root.hasAttribute("data-stale");

  function lost() {
    waiting.clear();
    settled();
    root.setAttribute("data-stale", "");
    banner(root, "stale", NO_LONGER_LIVE);
    restore();
  }

  function tell(message) {
    try {
      send(message);
    } catch {
      lost(); // Jupyter throws once it knows that the kernel is gone
    }
  }

  function ping() {
    overdue ??= setTimeout(lost, LOST_AFTER);
    tell({ kind: "ping", n: ++count });
  }

  function heard() {
    clearTimeout(overdue);
    overdue = undefined;
    if (!isStale()) return;
    root.removeAttribute("data-stale");
    banner(root, "stale");
    tell({ kind: "hello" });
  }

  function report(event) {
    if (isStale()) return restore();
    const seq = ++count;
    waiting.add(seq);
    busy ??= setTimeout(() => root.setAttribute("aria-busy", "true"), BUSY_AFTER);
    tell({ kind: "event", seq, event });
  }

  function settled() {
    clearTimeout(busy);
    busy = undefined;
    root.removeAttribute("aria-busy");
  }

  function regions(fresh) {
    for (const [id, html] of Object.entries(fresh)) {
      if (shown[id] === html) continue;
      shown[id] = html;
      changed.add(id);
    }
    if (waiting.size) return; // a later answer is coming: no flicker on the way to it
    settled();
    show(changed);
    changed.clear();
    if (!printing) return;
    printing = false;
    window.print();
  }

  function receive({ kind, seq, regions: fresh, message }) {
    heard();
    const ours = waiting.delete(seq);
    if (kind === "regions") {
      if (ours) banner(root, "error");
      regions(fresh);
    } else if (kind === "error") {
      if (!waiting.size) settled();
      restore();
      banner(root, "error", message);
    }
  }

  root.classList.add("okin");
  root.innerHTML = `<div class="regions" data-order="${Object.keys(first).join(" ")}">${Object.values(first).join("")}</div>`;
  delegate(root, report, closing.signal);
  const beat = setInterval(ping, PING_EVERY);
  tell({ kind: "hello" });

  function close() {
    closing.abort();
    clearInterval(beat);
    clearTimeout(overdue);
    clearTimeout(busy);
  }
  return { receive, lost, close };
}

/** JupyterLab takes a plain key that reaches it for a command: "b" adds a cell. */
function keepKey(event) {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
}

/** The Jupyter widget: the same page over a comm. */
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
