/**
 * A notebook's page as its board alone, in a page of another site: where its address asks for that.
 * The page around is told how tall this one is, which says nothing of who reads it; what it says is not
 * heard. A frame of that height has no view of its own, so what opens over the page opens where it was
 * asked for.
 */

{
  const OPENS = "[data-go], [popovertarget]";
  const html = document.documentElement;
  const asked = new URLSearchParams(location.search);

  function tell() {
    const height = Math.ceil(html.getBoundingClientRect().height);
    window.parent.postMessage({ type: "okin:height", height }, "*");
  }

  /** The whole page begins with what is supposed here. */
  function lead(link) {
    const query = new URLSearchParams(location.search);
    query.delete("embed");
    link.search = query;
  }

  function begin() {
    const title = document.getElementById("title");
    title.setAttribute("role", "heading");
    title.setAttribute("aria-level", "1");
    const link = document.getElementById("whole-page");
    for (const before of ["pointerdown", "focus"]) link?.addEventListener(before, () => lead(link));
    document.addEventListener("click", ({ target }) => {
      const from = target.closest(OPENS)?.getBoundingClientRect();
      if (from) html.style.setProperty("--from", `${from.bottom}px`);
    }, { capture: true });
    if (window.parent !== window) new ResizeObserver(tell).observe(html);
  }

  if (asked.get("embed") === "board") {
    html.toggleAttribute("data-embed", true);
    document.addEventListener("DOMContentLoaded", begin);
  }
}
