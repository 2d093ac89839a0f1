/** Copies a field's text or a link; what it copies is made elsewhere. */

import { absolute, onlyHere } from "./address.js";

/** Copy a field's text, or a link to this page, and say that it was copied or what to do. */
export async function copy(root, button) {
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
