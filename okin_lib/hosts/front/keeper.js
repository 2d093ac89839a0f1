/**
 * What is kept of one lesson: what the back end gives is kept in this browser, and given back when
 * the lesson is opened again. Where the back end keeps it itself, this only passes on what it says.
 */

import { setAddress } from "./address.js";
import { Stored } from "./stored.js";

const KEPT = {
  tab: "Kept in this browser until you close this tab, and nowhere else.",
  device: "Kept in this browser on this device, for whoever uses it, and nowhere else.",
};
const KEEP = { tab: "Keep it until I close this tab", device: "Keep it on this device" };
const DELETE = "Delete what is kept here";
const INSTEAD = "Keep what is shown here instead";

const NOTHING = "Nothing is kept yet. What you do will be kept in this browser until you close this tab.";
const TAKEN = "This is where you left off. To begin anew, delete what is kept and reload the page.";
const DELETED = "Deleted. What is shown here lasts until you close or reload the page, which begins anew.";
const BLOCKED =
  "What you do now is not kept: this browser is private, full, or set to keep nothing. It lasts " +
  "until you close or reload the page.";
const ELSEWHERE =
  "What you do now is not kept: in another tab this lesson has gone on, or was deleted. Reload " +
  "the page to have what is kept there.";
const LEFT = "It was left as it is, and what you do now is not kept.";

export class Keeper {
  #stored;
  #closing = new AbortController();
  #place = "tab";
  #state; // as the back end last gave it, or as it was found
  #looked = false; // what was kept is known, or that nothing was: before, nothing is written over it
  #stopped = ""; // why nothing is kept until a learner says otherwise
  #blocked = false;
  #taken = false; // the lesson is where it was left
  #notice = ""; // what is to be known of that
  #folder; // what the back end says, where it keeps the lesson itself

  constructor(lesson, changed) {
    this.#stored = new Stored(lesson);
    this.#stored.heedOthers(() => {
      if (this.#place !== "device" || !this.#looked || this.#stopped) return;
      this.#stopped = ELSEWHERE;
      changed();
    }, this.#closing.signal);
  }

  /** Take what the back end says; `send` answers it. */
  take({ asks, taken, said, state, folder }, send) {
    this.#folder = folder ?? this.#folder;
    if (asks) this.#offer(send);
    if (taken !== undefined) this.#answered(taken, said);
    else if (said) this.#notice = said;
    if (!state || !this.#looked) return;
    this.#state = state;
    this.#taken = false;
    this.#notice = "";
    if (!this.#stopped) this.#write();
  }

  /** What is to be said, the acts that there are by their labels, and what is a warning. */
  said() {
    if (this.#folder) {
      const { said, may, warns } = this.#folder;
      const acts = Object.entries(may).map(([what, label]) => [label, (send) => send({ kind: "keeping", do: what })]);
      return { text: said, acts, warning: warns ? said : "" };
    }
    const fault = this.#stopped || (this.#blocked ? BLOCKED : "");
    const warning = fault === DELETED ? "" : fault || this.#notice;
    return { text: fault || this.#where(), acts: this.#acts(), warning };
  }

  close() {
    this.#closing.abort();
  }

  #offer(send) {
    const found = this.#try(() => this.#stored.find());
    this.#looked = !found;
    if (!found) return;
    this.#place = found.place;
    this.#state = found.state;
    send({ kind: "keeping", state: found.state });
  }

  #answered(taken, said) {
    this.#looked = true;
    this.#taken = taken;
    this.#notice = taken ? said : "";
    this.#stopped = taken ? "" : `${said} ${LEFT}`;
    if (!taken) this.#state = undefined;
  }

  #where() {
    if (!this.#state) return NOTHING;
    return `${this.#taken ? `${TAKEN} ` : ""}${KEPT[this.#place]}`;
  }

  #acts() {
    const keep = (place) => [KEEP[place], () => this.#keep(place)];
    const remove = [DELETE, () => this.#delete()];
    if (this.#stopped === DELETED) return [keep("tab"), keep("device")];
    if (this.#stopped === ELSEWHERE) return [[INSTEAD, () => this.#write(true)]];
    if (this.#stopped) return [remove];
    if (this.#blocked || !this.#state) return [];
    return [keep(this.#place === "tab" ? "device" : "tab"), remove];
  }

  #keep(place) {
    const before = this.#place;
    this.#place = place;
    this.#stopped = "";
    if (this.#state) this.#write();
    if (this.#blocked) this.#place = before;
  }

  #delete() {
    this.#try(() => this.#stored.remove());
    if (this.#blocked) return;
    setAddress(""); // it says what was supposed
    this.#stopped = DELETED;
  }

  #write(over) {
    const written = this.#try(() => this.#stored.write(this.#place, this.#state, over));
    if (written !== undefined) this.#stopped = written ? "" : ELSEWHERE;
  }

  /** A browser may refuse to be asked, to take more, or to let go. */
  #try(run) {
    try {
      const done = run();
      this.#blocked = false;
      return done;
    } catch {
      this.#blocked = true;
      return undefined;
    }
  }
}
