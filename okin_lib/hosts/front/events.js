/**
 * What a visitor does with the controls, as events; what they come to is the lesson's to say.
 *
 * A control with data-act="toggle" data-id="x" sends {toggle: "x", value}. In a form that has
 * data-act only the form sends, on submit, with its fields as the value.
 */

import { absolute } from "./address.js";
import { copy } from "./copy.js";
import { fileAsked } from "./file.js";
import { fill } from "./fill.js";
import { go, goBack } from "./focus.js";
import { askToPrint } from "./print.js";
import { save } from "./save.js";

function valueOf(control) {
  return control.type === "checkbox" ? control.checked : control.value;
}

/** Close what lies over the page, before the page has a use for the key. */
function leave(root, event) {
  const back = event.key === "Escape" && root.querySelector("[data-go-back]");
  if (!back?.offsetParent) return;
  event.stopPropagation();
  back.click();
}

/** Do what a button does that is no act: copy, save, or ask for a file. */
function pressed(root, target, ask) {
  const copier = target.closest("button[data-copy], button[data-copy-link]");
  if (copier) copy(root, copier);
  const saver = target.closest("button[data-save]");
  if (saver) save(root, saver);
  const asker = target.closest("button[data-file]");
  if (asker) ask(fileAsked(asker), asker);
}

/**
 * Call `report` with each event that the controls in `root` give rise to, and `ask` with each
 * message that asks for a file, and the button that does.
 */
export function delegate(root, { report, ask }, signal) {
  const acted = (element, value) => {
    const { act, id } = element.dataset;
    report({ [act]: id, value });
  };
  const sends = (control) => control && !control.closest("form[data-act]");
  const on = (type, handle) => root.addEventListener(type, handle, { signal });

  const typed = (target) => target.matches("[type=search]");
  on("change", ({ target }) => {
    if (target.matches("[data-act]") && sends(target) && !typed(target)) acted(target, valueOf(target));
    if (target.matches("[data-fill]")) fill(target);
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
    if (button?.matches("[data-print]")) askToPrint();
    if (button?.dataset.go) go(button.dataset.go, button);
    if (target.closest("[data-go-back]")) goBack(target.closest("[data-region]"));
    pressed(root, target, ask);
  });
  window.addEventListener("keydown", (event) => leave(root, event), { signal, capture: true });
  on("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    if (form.dataset.act) acted(form, Object.fromEntries(new FormData(form)));
  });
}
