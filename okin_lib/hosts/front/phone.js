/** A student's phone in a class. It keeps its token and its last answer, and gives both again when it comes back. */

import { ClassPage, KeptInTab } from "./classline.js";

const { socket: address, code: classCode } = document.body.dataset;
const ownToken = new KeptInTab(`class-token:${classCode}`);
const lastAnswer = new KeptInTab(`class-answer:${classCode}`);
const SENT_AGAIN = 0; // no number that a page's own acts have
let mayBeLost = false;

document.addEventListener("submit", ({ target }) => {
  if (target.dataset.act !== "answer") return;
  lastAnswer.value = { vote: target.dataset.id, given: Object.fromEntries(new FormData(target)) };
}, { capture: true });

/** What was answered while the line was lost is said once more, if its vote is still open. */
function sayAgain() {
  const kept = lastAnswer.value;
  const form = document.querySelector("form[data-act=answer]");
  if (!mayBeLost || !form) return;
  mayBeLost = false;
  if (kept?.vote !== form.dataset.id || form.dataset.answered !== undefined) return;
  const event = { answer: kept.vote, value: kept.given };
  onPhone.send({ message: { kind: "event", seq: SENT_AGAIN, event } });
}

const onPhone = new ClassPage(address, {
  greet: () => ({ as: "phone", token: ownToken.value ?? "" }),
  joined: ({ token }) => {
    ownToken.value = token;
    mayBeLost = true;
  },
  shown: ({ kind }) => kind === "regions" && sayAgain(),
});
