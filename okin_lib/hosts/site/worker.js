/**
 * Runs the lessons of one page. LOADED, which the build writes above, says from where: `pyodide` and
 * `packages`, and the `bytes` of each file by its address, all seen from here; and which `figures` there are.
 *
 *   to the page    {bytes}, while it loads; {}, once it is ready; {frame}
 *   from the page  a frame
 */

const address = (name) => new URL(name, import.meta.url).href;
const known = new Map(Object.entries(LOADED.bytes).map(([name, bytes]) => [address(name), bytes]));
const ask = self.fetch;
let loaded = 0;

function came(bytes) {
  loaded += bytes;
  self.postMessage({ bytes: loaded });
}

async function count(reader) {
  for (let next = await reader.read(); !next.done; next = await reader.read()) came(next.value.length);
}

/** Pyodide asks for its files itself. */
self.fetch = async (asked, how) => {
  const answer = await ask(asked, how);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  if (known.has(answer.url)) count(answer.clone().body.getReader());
  return answer;
};

async function program(name) {
  const found = await import(address(name));
  came(known.get(address(name)));
  return found;
}

async function python() {
  const { loadPyodide } = await program(`${LOADED.pyodide}pyodide.mjs`);
  return loadPyodide({
    indexURL: address(LOADED.pyodide),
    lockFileContents: LOADED.lock,
  });
}

const [running, packages] = await Promise.all([
  python(),
  fetch(address(LOADED.packages)).then((answer) => answer.arrayBuffer()),
  program(`${LOADED.pyodide}pyodide.asm.mjs`),
]);
running.unpackArchive(packages, "zip");
const receive = running.pyimport("okin_lib.hosts.site.inside").joined((frame) => self.postMessage({ frame }), JSON.stringify(LOADED.figures));
self.addEventListener("message", ({ data }) => receive(data));
self.postMessage({});
