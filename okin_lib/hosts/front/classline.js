/**
 * A page of a class, over a line to what holds it:
 *
 *   to it    what `greet` gives, and then {message}
 *   from it  {waits} or {joined}, and then {message}; what else comes goes to `more`
 *
 * `joined` is called each time that the page has entered, and `shown` after each message.
 */

import { banner } from "./banner.js";
import { Connection } from "./connect.js";
import { Line } from "./line.js";

const LESSON = "class";
const COMES_BACK = "There is nothing to do: it goes on by itself, with your answer kept, once that answers again.";

export class ClassPage {
  #root = document.querySelector(".okin[data-class]");
  #line;
  #connection;
  #its;

  constructor(socket, { greet, joined = () => {}, shown = () => {}, more = () => {} }) {
    this.#its = { joined, shown, more };
    const url = new URL(socket, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    this.#line = new Line(url, {
      greet,
      take: (frame) => this.#take(frame),
      lost: () => this.#connection?.lost(),
    });
  }

  send(frame) {
    this.#line.send(frame);
  }

  #take({ waits, joined, message, refused, ...others }) {
    if (waits || refused) banner(this.#root, "stale", waits ?? refused);
    if (joined) this.#enter(joined);
    if (message) {
      this.#connection.receive(message);
      this.#its.shown(message);
    }
    this.#its.more(others);
  }

  /** The first time the page joins; after that it is told that what holds the class lives. */
  #enter(joined) {
    banner(this.#root, "stale");
    this.#its.joined(joined);
    if (this.#connection) this.#connection.receive({ kind: "pong" });
    else this.#connection = new Connection(this.#root, this.#found(), (message) => this.send({ message }));
  }

  #found() {
    const { children, dataset } = this.#root.querySelector(":scope > .regions");
    const first = Object.fromEntries([...children].map((each) => [each.dataset.region, each.outerHTML]));
    return { lesson: LESSON, first, layout: dataset.layout, tells: false, remedy: COMES_BACK };
  }
}

/** What a tab keeps for itself under a name, until it is closed; a browser may refuse. */
export class KeptInTab {
  #name;

  constructor(name) {
    this.#name = `okin-${name}`;
  }

  get value() {
    try {
      return JSON.parse(sessionStorage.getItem(this.#name));
    } catch {
      return null;
    }
  }

  set value(value) {
    try {
      if (value === null) sessionStorage.removeItem(this.#name);
      else sessionStorage.setItem(this.#name, JSON.stringify(value));
    } catch {
      // then a reload begins anew
    }
  }
}
