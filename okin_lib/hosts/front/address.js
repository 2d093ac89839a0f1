/** The page's address: what of a scenario stands in it, and how others open it. */

const ADDRESS_AFTER = 400;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1?\]|0\.0\.0\.0)$/; // as in share.py
export const onlyHere = ({ hostname }) => LOOPBACK.test(hostname) || document.body.dataset.voila === undefined;

let addressing;

/** The page's query with `code` in it, or with none: only `s` is ours, and all else stays as it is. */
function queryWith(code) {
  const fields = location.search.slice(1).split("&").filter(Boolean);
  const others = fields.filter((field) => !new URLSearchParams(field).has("s"));
  const all = code ? [...others, `s=${code}`] : others;
  return all.length ? `?${all.join("&")}` : "";
}

/** In Voila the address follows the scenario, so that a reload brings it back. */
export function keepAddress(root) {
  const code = root.querySelector("[data-code]")?.dataset.code;
  if (code === undefined || document.body.dataset.voila === undefined) return;
  clearTimeout(addressing); // once all is still: it takes longer than all the rest of a click
  addressing = setTimeout(() => {
    const query = queryWith(code);
    if (query !== location.search) history.replaceState(null, "", location.pathname + query + location.hash);
  }, ADDRESS_AFTER);
}

/**
 * A link as others open it: a page that was opened as localhost is elsewhere for them, and
 * nothing of its own query, where a token may stand, goes along.
 */
export function absolute(link) {
  const url = new URL(link, location.origin + location.pathname);
  const own = document.body.dataset.ownAddress;
  if (own && LOOPBACK.test(url.hostname)) url.hostname = own;
  return url.href;
}
