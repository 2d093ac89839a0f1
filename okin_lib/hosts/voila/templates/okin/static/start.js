"use strict"; // so that a function in the block below is not the page's

/**
 * A notebook's page in Voila until its first lesson shows: how far it has come, and what is wrong
 * when none comes. A lesson shows only once its kernel has answered; the front end listens from then on.
 *
 * Voila sends the page while it runs the notebook, each cell in an element with data-step once it
 * has run. What is left then is to fetch Voila's programs and to connect to the kernel.
 */

{
  const PATIENCE = 5000; // with the time to ask what is wrong, it is said within ten seconds
  const ANSWER_WITHIN = 2000;
  const LONGEST = 60000; // for what has loaded to start
  const LESSON = ".okin .regions";
  const PLACE = 'script[type="application/vnd.voila.cell-output+json"]'; // Voila puts a lesson there
  const WIDGET = "application/vnd.jupyter.widget-view+json";

  const CUT_SHORT = "This page ended before it was whole. Reload it.";
  const NO_SERVER = "The server of this page does not answer. Reload the page once it does.";
  const NO_KERNEL = "What computes this page has stopped. Reload the page to start it again.";
  const NO_SOCKET =
    "This page cannot reach what computes it: its live connection (a WebSocket) is refused, or " +
    "lost on the way. Reload the page, or try another network. To whoever runs the server: what " +
    "stands in front of it must pass WebSockets on, with the Host that the browser asked for.";
  const NO_PROGRAM =
    "A program of this page did not load or does not run here, so its exercises cannot show. " +
    "Reload the page, or open it in a newer browser.";

  const main = document.getElementById("text");
  const loading = document.getElementById("loading");
  let expected = false; // whether the notebook has a lesson at all
  let broken = false; // whether a program failed
  let judged = false; // whether it was once asked what is wrong

  function say(text, step, steps) {
    document.getElementById("loading-text").textContent = text;
    const bar = document.getElementById("loading-bar");
    if (steps) Object.assign(bar, { value: step, max: steps });
    else bar.removeAttribute("value");
  }

  const told = () => document.querySelector("#unreached");

  function banner(text) {
    const there = told();
    if (there?.textContent === text) return; // it is not said aloud twice
    there?.remove();
    loading.hidden = true;
    const element = Object.assign(document.createElement("p"), { id: "unreached", textContent: text });
    element.setAttribute("role", "alert");
    main.before(element);
  }

  const within = (answer, otherwise) =>
    Promise.race([answer, new Promise((done) => setTimeout(done, ANSWER_WITHIN, otherwise))]);

  async function opens(url) {
    const socket = new WebSocket(url);
    const answer = new Promise((done) => {
      socket.onopen = () => done(true);
      socket.onerror = () => done(false);
    });
    const opened = await within(answer, false);
    socket.close();
    return opened;
  }

  /** Try each thing that a lesson needs: what fails first is what is wrong, or nothing is yet. */
  async function whatIsWrong() {
    const { baseUrl, kernelId } = JSON.parse(document.getElementById("jupyter-config-data").textContent);
    const kernel = new URL(`${baseUrl}api/kernels/${kernelId}`, location.href);
    const status = await within(fetch(kernel).then((answer) => answer.status, () => 0), 0);
    if (status === 404) return NO_KERNEL;
    if (!status) return NO_SERVER;
    const channels = Object.assign(new URL(`${kernel}/channels?session_id=probe`), {
      protocol: kernel.protocol.replace("http", "ws"),
    });
    if (!(await opens(channels))) return NO_SOCKET;
    return broken ? NO_PROGRAM : "";
  }

  const mark = (reloaded) => history.replaceState({ ...history.state, reloaded }, "");

  /** A message that was lost as the page connected does not come again: the page does, once. */
  function reload() {
    mark(true);
    location.reload();
  }

  /** A slow browser is no fault: while all can be reached, the page goes on loading. */
  async function judge() {
    const wrong = await whatIsWrong();
    if (document.querySelector(LESSON)) return;
    if (wrong) banner(wrong);
    else if (judged && !told() && !history.state?.reloaded) return reload();
    judged = true;
    setTimeout(judge, PATIENCE);
  }

  function look() {
    const { step, steps } = [...main.querySelectorAll("[data-step]")].pop()?.dataset ?? {};
    if (step && document.readyState === "loading") say(`Running step ${step} of ${steps} ...`, step, steps);
    expected ||= [...main.querySelectorAll(PLACE)].some((place) => place.textContent.includes(WIDGET));
    if (!main.querySelector(LESSON)) return;
    watch.disconnect();
    if (history.state?.reloaded) mark(false);
    loading.hidden = true;
    told()?.remove();
  }

  const watch = new MutationObserver(look);
  watch.observe(main, { childList: true, subtree: true });

  /** Of a file that does not load, and of a program that fails: not of a picture, nor of a notice. */
  function failed({ target, error }) {
    const file = target.nodeName === "SCRIPT";
    broken ||= file || error instanceof Error;
    if (file && !document.querySelector(LESSON)) banner(NO_PROGRAM);
  }
  window.addEventListener("error", failed, { capture: true }); // that of a file does not bubble

  document.addEventListener("DOMContentLoaded", () => {
    look();
    if (!document.querySelector("body > footer")) banner(CUT_SHORT);
    else if (expected) say("Loading the programs of this page ...");
    else loading.hidden = true;
  });
  window.addEventListener("load", () => {
    if (loading.hidden) return;
    setTimeout(judge, PATIENCE);
    setTimeout(() => { broken = true; }, LONGEST);
  });
}
