/** A student's phone in a class. It keeps its token and its last answer, and gives both again when it comes back. */

import { ClassPage, KeptInTab } from "./classline.js";
import { Regions } from "./regions.js";

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

const followed = document.getElementById("followed");
let followedRegions;

/** Show what the phone follows of the board that is projected, or that it follows nothing. */
function follow(board) {
  const root = followed.firstElementChild;
  followed.hidden = !board;
  if (!board) {
    followedRegions?.close();
    followedRegions = undefined;
    root.textContent = "";
  } else if (followedRegions) {
    followedRegions.take(board.regions);
    followedRegions.show();
  } else {
    followedRegions = new Regions(root, "followed", board.regions, board.layout);
  }
}

const onPhone = new ClassPage(address, {
  greet: () => ({ as: "phone", token: ownToken.value ?? "" }),
  joined: ({ token }) => {
    ownToken.value = token;
    mayBeLost = true;
    follow(null); // it is sent anew
  },
  shown: ({ kind }) => kind === "regions" && sayAgain(),
  more: ({ board }) => board !== undefined && follow(board),
});
