/** Files of the visitor's own: what asks a lesson for one, and how one is saved. */

/** Say at a button what became of what it was pressed for. */
export function tell(button, text) {
  button.parentElement.querySelector("[role=status]").textContent = text;
}

/** The message of a button that asks for a file: its name, and what is written in its form. */
export function fileAsked(button) {
  const fields = button.form ? Object.fromEntries(new FormData(button.form)) : {};
  return { kind: "file", name: button.dataset.file, fields };
}

/** Save a file, and say so at the button that asked for it; it goes nowhere else. */
export function download(name, blob, button) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
  tell(button, `Saved as ${name}.`);
}

/** Save a file that a lesson has made. */
export function saveMade({ name, type, base64 }, button) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  download(name, new Blob([bytes], { type }), button);
}
