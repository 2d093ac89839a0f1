/**
 * The desk of a class. What leads it comes in the fragment of the address, which is taken out at
 * once; this tab keeps it, and the class, so that both outlast a reload and the server's process.
 */

import { ClassPage, KeptInTab } from "./classline.js";

const { socket: deskSocket, code: deskCode } = document.body.dataset;
const secret = new KeptInTab(`desk-secret:${deskCode}`);
const outline = new KeptInTab(`desk-class:${deskCode}`);
const ballotsOf = (vote) => new KeptInTab(`desk-ballots:${deskCode}:${vote}`);
const votes = new KeptInTab(`desk-votes:${deskCode}`);

if (location.hash.length > 1) {
  secret.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname + location.search);
}

function keepClass({ outline: fresh, ballots }) {
  outline.value = fresh;
  for (const [vote, its] of Object.entries(ballots)) ballotsOf(vote).value = its;
  votes.value = [...new Set([...(votes.value ?? []), ...Object.keys(ballots)])];
}

function forgetClass() {
  for (const vote of votes.value ?? []) ballotsOf(vote).value = null;
  votes.value = outline.value = null;
}

const atDesk = new ClassPage(deskSocket, {
  greet: () => ({ as: "desk", secret: secret.value ?? "", kept: outline.value }),
  more: ({ keep, wants }) => {
    if (keep) keepClass(keep);
    else if (keep === null) forgetClass();
    for (const vote of wants ?? []) atDesk.send({ ballots: vote, of: ballotsOf(vote).value ?? {} });
  },
});
