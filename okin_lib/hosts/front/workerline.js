/** A line to a worker of this page, which first loads what it runs; what goes over it is not known here. */

export class WorkerLine {
  #worker;

  /** `came` is told how many bytes have been loaded; `lost`, that the worker failed. */
  constructor(url, { greet, take, lost, came }) {
    this.#worker = new Worker(url, { type: "module" });
    this.#worker.addEventListener("message", ({ data: { bytes, frame } }) => {
      if (frame) take(JSON.parse(frame));
      else if (bytes) came(bytes);
      else this.send(greet());
    });
    this.#worker.addEventListener("error", () => {
      this.#worker.terminate();
      lost();
    });
  }

  send(value) {
    this.#worker.postMessage(JSON.stringify(value));
  }
}
