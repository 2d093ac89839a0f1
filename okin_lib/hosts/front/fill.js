/** Reads a file of the visitor's own into a field: it goes nowhere before the form is sent. */

import { tell } from "./file.js";

const NO_TEXT = "is not text in UTF-8: save it as plain text, and not as a document of a word processor.";

/** Put the text of the file that is chosen in the form's field, and say so, or why it is not there. */
export async function fill(chooser) {
  const [file] = chooser.files;
  if (!file) return;
  const most = Number(chooser.dataset.fill);
  if (file.size > most) {
    tell(chooser, `${file.name} is larger than ${most / 1000} kB: keep only what is to be read.`);
    return;
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    chooser.form.querySelector("textarea").value = text;
    tell(chooser, `${file.name} stands in the field, and is not opened yet.`);
  } catch {
    tell(chooser, `${file.name} ${NO_TEXT}`);
  }
  chooser.value = ""; // so that the same file can be chosen again, once it is corrected
}
