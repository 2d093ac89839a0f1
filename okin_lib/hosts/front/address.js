/** The page's address: what of a scenario stands in it, and how others open it. */

import { shared } from "./shared.js";

const ADDRESS_AFTER = 400;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1?\]|0\.0\.0\.0)$/; // as in share.py
export const onlyHere = ({ hostname }) => LOOPBACK.test(hostname) || document.body.dataset.voila === undefined;

/** The page's query with `code` in it, or with none: only `s` is ours, and all else stays as it is. */
function queryWith(code) {
  const fields = location.search.slice(1).split("&").filter(Boolean);
  const others = fields.filter((field) => !new URLSearchParams(field).has("s"));
  const all = code ? [...others, `s=${code}`] : others;
  return all.length ? `?${all.join("&")}` : "";
}

/** In Voila the address says a scenario, or none, whatever it was about to say. */
export function setAddress(code) {
  clearTimeout(shared.addressing);
  const query = queryWith(code);
  if (document.body.dataset.voila === undefined || query === location.search) return;
  history.replaceState(history.state, "", location.pathname + query + location.hash);
}

/** The address follows the scenario, so that a reload brings it back. */
export function keepAddress(root) {
  const code = root.querySelector("[data-code]")?.dataset.code;
  if (code === undefined || code === shared.followed) return;
  shared.followed = code; // what was taken out of the address stays out until there is another
  clearTimeout(shared.addressing); // once all is still: it takes longer than all the rest of a click
  shared.addressing = setTimeout(() => setAddress(code), ADDRESS_AFTER);
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
