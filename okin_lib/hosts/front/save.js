/** Saves what is written in a field as a file of the visitor's own; it goes nowhere else. */

import { download, tell } from "./file.js";

/** Save a field's text under what it answers, and say that it was saved, or that there is none. */
export function save(root, button) {
  const { save: id, name } = button.dataset;
  const { value } = root.querySelector(`#${CSS.escape(id)}`);
  if (!value.trim()) {
    tell(button, "Nothing was saved: nothing is written yet.");
    return;
  }
  download(`${id}.txt`, new Blob([`${name}\n\n${value}\n`], { type: "text/plain" }), button);
}
