/** One line at the foot of a part: where what is done here lasts, and what can be done about that. */

/** Put the line below the regions, to be filled once it is known: nothing then moves. */
export function layLine(root) {
  const element = document.createElement("div");
  element.className = "keeping";
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", "Where your work is kept");
  element.append(document.createElement("span"));
  element.addEventListener("focusin", () => makeLive(element));
  root.append(element);
}

const everyLine = () => document.querySelectorAll(".okin > .keeping");

/** What the line says is news to whoever acts in it; in another it would be said once more. */
function makeLive(element) {
  for (const each of everyLine()) each.firstChild.removeAttribute("role");
  element.firstChild.setAttribute("role", "status");
}

function actButton([label, act]) {
  const element = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  element.className = "plain";
  element.addEventListener("click", act);
  return element;
}

/** Let the line of a part, if it has one, say a text and offer some acts, by their labels. */
export function sayInLine(root, text, acts) {
  const element = root.querySelector(":scope > .keeping");
  if (!element) return;
  const [said, ...buttons] = element.children;
  const labels = acts.map(([label]) => label);
  if (said.textContent !== text) said.textContent = text;
  if (buttons.map((each) => each.textContent).join() === labels.join()) return;
  const focused = element.contains(document.activeElement);
  buttons.forEach((each) => each.remove());
  element.append(...acts.map(actButton));
  if (focused) element.querySelector("button")?.focus();
}
