/** A connection to a server that comes back by itself; what goes over it is not known here. */

const FIRST_WAIT = 500;
const LONGEST_WAIT = 5000;
const STEADY = 5000; // milliseconds after which a connection has held
const ANSWERS_WITHIN = 10000; // longer than it takes the lessons to say that they are not live

export class Line {
  #url;
  #greet; // what is first said on each connection
  #take;
  #lost;
  #socket;
  #ending;
  #since;
  #isLive = false;
  #wait = FIRST_WAIT;
  #overdue;

  constructor(url, { greet, take, lost }) {
    this.#url = url;
    this.#greet = greet;
    this.#take = take;
    this.#lost = lost;
    this.#connect();
  }

  /** Send a value, and expect to hear something; while there is no connection it is lost. */
  send(value) {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify(value));
    this.#expect();
  }

  #connect() {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.#since = performance.now();
    this.#ending = new AbortController();
    const on = (type, handle) => socket.addEventListener(type, handle, { signal: this.#ending.signal });
    on("open", () => this.send(this.#greet()));
    on("message", ({ data }) => {
      this.#isLive = true;
      if (performance.now() - this.#since > STEADY) this.#wait = FIRST_WAIT;
      this.#heard();
      this.#take(JSON.parse(data));
    });
    on("close", () => this.#again());
    this.#expect();
  }

  /**
   * A network that fails says nothing of it, so what is not answered is given up. Where many come
   * back at once an answer takes long: each time there is more patience.
   */
  #expect() {
    this.#overdue ??= setTimeout(() => this.#again(), ANSWERS_WITHIN * (this.#wait / FIRST_WAIT));
  }

  #heard() {
    clearTimeout(this.#overdue);
    this.#overdue = undefined;
  }

  #again() {
    this.#heard();
    this.#ending.abort();
    this.#socket.close();
    if (this.#isLive) this.#lost();
    this.#isLive = false;
    setTimeout(() => this.#connect(), this.#wait * (0.5 + Math.random())); // not all at once
    this.#wait = Math.min(2 * this.#wait, LONGEST_WAIT);
  }
}
