/** What the parts of a lesson on one page share, each of which runs these modules anew. */
export const shared = (globalThis.okinPage ??= {});
