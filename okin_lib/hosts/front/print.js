/** Prints the page once what a visitor asked to print has come; how it looks is the sheets' to say. */

let asked = false;

export function askToPrint() {
  asked = true;
}

export function printIfAsked() {
  if (!asked) return;
  asked = false;
  window.print();
}
