/** One message above the regions. */

export const isSeen = (element) => element.getClientRects().length > 0;

/** Show one message above the regions, as text; without `text`, take it away. */
export function banner(root, name, text) {
  root.querySelector(`:scope > .banner.${name}`)?.remove();
  if (!text) return;
  const said = [...document.querySelectorAll(".okin > [role=alert]")].filter(isSeen); // a step hides others
  const element = document.createElement("p");
  element.className = `banner ${name}`;
  element.setAttribute("role", said.some((other) => other.textContent === text) ? "note" : "alert");
  element.textContent = text;
  root.prepend(element);
}
