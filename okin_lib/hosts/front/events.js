/**
 * What a visitor does with the controls, as events; what they come to is the lesson's to say.
 *
 * A control with data-act="toggle" data-id="x" sends {toggle: "x", value}. In a form that has
 * data-act only the form sends, on submit, with its fields as the value.
 */

import { absolute } from "./address.js";
import { copy } from "./copy.js";
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

/** Call `report` with each event that the controls in `root` give rise to. */
export function delegate(root, report, signal) {
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
    if (button?.matches("[data-print]")) askToPrint();
    if (button?.dataset.go) go(button.dataset.go, button);
    if (target.closest("[data-go-back]")) goBack(target.closest("[data-region]"));
    const copier = target.closest("button[data-copy], button[data-copy-link]");
    if (copier) copy(root, copier);
    const saver = target.closest("button[data-save]");
    if (saver) save(root, saver);
  });
  window.addEventListener("keydown", (event) => leave(root, event), { signal, capture: true });
  on("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    if (form.dataset.act) acted(form, Object.fromEntries(new FormData(form)));
  });
}
