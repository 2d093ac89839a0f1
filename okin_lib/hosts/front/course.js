/**
 * The course that a page stands in, as SCORM 1.2 has it: an object `API` of a page around this one, or of
 * the one that opened it. It is told where the notebook stands, and nothing else.
 */

const FURTHEST = 7; // pages up, as a course promises
const OVER = ["completed", "passed", "failed"];

/** A page of another site does not let itself be looked at. */
function above(around) {
  try {
    for (let up = 0; around && up <= FURTHEST; up++) {
      if (around.API) return around.API;
      around = around.parent === around ? null : around.parent;
    }
  } catch {
    return null;
  }
  return null;
}

const yes = (answer) => String(answer) === "true";

export class Course {
  #api = above(window.parent) ?? above(window.top.opener);
  #isOpen = false;
  #isComplete = false;

  /** Say that the notebook was opened; return whether that was taken. */
  open() {
    this.#isOpen = this.#api !== null && yes(this.#api.LMSInitialize(""));
    if (!this.#isOpen) return false;
    this.#isComplete = OVER.includes(this.#api.LMSGetValue("cmi.core.lesson_status"));
    return this.#isComplete || this.#tell("incomplete");
  }

  get isComplete() {
    return this.#isComplete;
  }

  /** Say that it is complete; return whether that was taken. */
  complete() {
    this.#isComplete = this.#isOpen && this.#tell("completed");
    return this.#isComplete;
  }

  /** A course goes on with what was left, and begins anew with what was not. */
  end() {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#api.LMSSetValue("cmi.core.exit", this.#isComplete ? "" : "suspend");
    this.#api.LMSFinish("");
  }

  #tell(status) {
    return yes(this.#api.LMSSetValue("cmi.core.lesson_status", status)) && yes(this.#api.LMSCommit(""));
  }
}
