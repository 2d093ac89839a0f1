/** How far the loading of what computes a page has come, in bytes of all bytes. */

const STARTING = "Starting ...";

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

export class Progress {
  #shown = document.getElementById("loading");
  #bar = document.getElementById("loading-bar");

  constructor() {
    this.came(0);
    this.#shown.hidden = false;
  }

  came(bytes) {
    const { max } = this.#bar;
    const whole = bytes >= max;
    if (whole) this.#bar.removeAttribute("value"); // how long it takes to start is not known
    else this.#bar.value = bytes;
    const said = whole ? STARTING : `${megabytes(bytes)} of ${megabytes(max)} MB`;
    this.#bar.setAttribute("aria-valuetext", said);
    document.getElementById("loading-text").textContent = said;
  }

  end() {
    this.#shown.hidden = true;
  }
}
