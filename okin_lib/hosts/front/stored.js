/**
 * What the browser has of a lesson: on the device, or in this tab until it is closed. It may refuse
 * either. What was last read or written here is known, so that whatever else is there now was
 * written by another tab, and is not written over.
 */

const PLACES = { tab: () => sessionStorage, device: () => localStorage };
const LARGEST = 90_000; // with room for the message around it
const SHOWN = 200; // of what is no state: enough for it to be refused

export class Stored {
  #key;
  #known = {}; // by place

  constructor(lesson) {
    this.#key = `okin-kept:${lesson}`;
  }

  /** Return the place where something is, and what it is; throws where the browser refuses. */
  find() {
    for (const place of Object.keys(PLACES)) {
      const text = (this.#known[place] = PLACES[place]().getItem(this.#key));
      if (text !== null) return { place, state: this.#read(text) };
    }
    return null;
  }

  #read(text) {
    try {
      if (text.length <= LARGEST) return JSON.parse(text);
    } catch {
      // whatever it is: the back end says what is wrong with it
    }
    return text.slice(0, SHOWN);
  }

  /** Keep a state there and nowhere else; return whether no other tab had written there. */
  write(place, state, over) {
    const storage = PLACES[place]();
    if (!over && storage.getItem(this.#key) !== (this.#known[place] ?? null)) return false;
    const text = JSON.stringify(state);
    storage.setItem(this.#key, text);
    for (const other of Object.keys(PLACES)) {
      if (other !== place && PLACES[other]().getItem(this.#key) === this.#known[other]) this.#forget(other);
    }
    this.#known[place] = text;
    return true;
  }

  remove() {
    Object.keys(PLACES).forEach((place) => this.#forget(place));
  }

  /** Call `gone` when another tab writes or deletes what is on the device. */
  heedOthers(gone, signal) {
    window.addEventListener("storage", (event) => {
      const ours = [this.#key, null].includes(event.key); // or all that is on the device is deleted
      if (ours && event.newValue !== this.#known.device) gone();
    }, { signal });
  }

  #forget(place) {
    PLACES[place]().removeItem(this.#key);
    this.#known[place] = null;
  }
}
