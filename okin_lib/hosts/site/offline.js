/**
 * Keeps a site for the next visit, which then needs no network. VERSION and FILES, which the build
 * writes above, change with what is kept; LASTING are those that never change under their names. What
 * is in the folder ASKED_FOR is kept once it was.
 */

const PREFIX = `okin ${self.registration.scope} `;
const NAME = PREFIX + VERSION;

/** What a page has just loaded is not loaded again; all else is asked for anew. */
const request = (name) => new Request(name, { cache: LASTING.includes(name) ? "force-cache" : "no-cache" });

async function keep() {
  const cache = await caches.open(NAME);
  await cache.addAll(FILES.map(request));
}

async function dropOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(asked) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(asked, { ignoreSearch: true });
  if (kept) return kept;
  const came = await fetch(asked);
  if (came.ok && came.url.startsWith(self.registration.scope + ASKED_FOR)) await cache.put(asked, came.clone());
  return came;
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});
