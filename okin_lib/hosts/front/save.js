/** Saves what is written in a field as a file of the visitor's own; it goes nowhere else. */

/** Save a field's text under what it answers, and say that it was saved, or that there is none. */
export function save(root, button) {
  const { save: id, name } = button.dataset;
  const said = button.parentElement.querySelector("[role=status]");
  const { value } = root.querySelector(`#${CSS.escape(id)}`);
  if (!value.trim()) {
    said.textContent = "Nothing was saved: nothing is written yet.";
    return;
  }
  const text = new Blob([`${name}\n\n${value}\n`], { type: "text/plain" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(text), download: `${id}.txt` });
  link.click();
  URL.revokeObjectURL(link.href);
  said.textContent = `Saved as ${link.download}.`;
}
