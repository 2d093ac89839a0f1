"""The static site: its bytes, how soon a page of it reads and can be used, and a toggle.

A page can be used once each part of its lesson has been answered. The targets are 4 s until then
at a first visit and at the second, 1 s until it reads at the second with no network, and 25 ms for
a toggle at the median. Beside them, in the same run, the first regions in a fresh process of this
machine's own Python, which tells how busy the machine is.

    python benchmarks/static_site.py [PYODIDE.tgz]
"""

import gzip
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from first_regions import OURS, process
from measuring.in_voila import browser, report, times, turn_to
from playwright.sync_api import BrowserContext, Page

from okin_lib.hosts.serve import notebooks
from okin_lib.hosts.site.build import FIGURES, computing, files
from okin_lib.hosts.writing import put_all

BOARD = "10_whole_board.html"
LIVE = "[data-region=live]"
USED, READ, TOGGLE = 4_000, 1_000, 25
USABLE = """() => !document.querySelector("fieldset.still, .keeping > span:empty")"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
LOADED = ("pyodide-", "packages-")


class Quiet(SimpleHTTPRequestHandler):
    """Sends files as `python -m http.server` does, and says nothing."""

    def log_message(self, *_said: object) -> None: ...


@contextmanager
def served(folder: str) -> Iterator[str]:
    """Serve a folder and give the address."""
    server = ThreadingHTTPServer(("localhost", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


def sizes(site: Mapping[str, bytes]) -> None:
    """Print the bytes of what a page loads to compute itself, of the rest, and of the figures."""
    loaded = [data for name, data in site.items() if name.startswith(LOADED)]
    drawn = [data for name, data in site.items() if name.startswith(FIGURES)]
    rest = [data for name, data in site.items() if not name.startswith((*LOADED, FIGURES))]
    for what, every in (
        ("Python, with ours", loaded),
        ("the pages, and around them", rest),
        (f"{len(drawn)} figures, each loaded only when it is asked for", drawn),
    ):
        raw = sum(map(len, every)) / 1e6
        compressed = sum(len(gzip.compress(each)) for each in every) / 1e6
        print(f"{what}: {raw:.1f} MB, {compressed:.1f} compressed")


def opened(context: BrowserContext, url: str, what: str) -> Page:
    """Open the whole board; print when it read, and when it could be used."""
    page = context.new_page()
    page.goto(url + BOARD)
    read = page.wait_for_function(PAINTED).json_value()
    page.wait_for_function(USABLE, timeout=120_000)
    used = page.evaluate("performance.now()")
    print(f"{what}: {said('reads', read, READ)}; {said('can be used', used, USED)}")
    return page


def said(what: str, taken: float, target: float) -> str:
    """Say how long something took, and whether that is short enough."""
    return f"{what} after {taken:.0f} ms ({'met' if taken <= target else 'missed'}: {target})"


def main(archive: str = "") -> None:
    site = files(notebooks(), computing(Path(archive) if archive else None))
    sizes(site)
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        put_all(Path(folder), site)
        with served(folder) as url:
            context = chromium.new_context()
            page = opened(context, url, "first visit")
            page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
            page.close()
            opened(context, url, "second visit").close()
            context.set_offline(True)
            page = opened(context, url, "with no network")
            turn_to(page, LIVE)
            taken = times(page, page.get_by_role("switch").first, LIVE)
            report("a toggle", taken)
            print(f"  target: median {TOGGLE} ms: {'met' if median(taken) < TOGGLE else 'missed'}")
            context.close()
    print(f"first regions in a fresh process of this machine: {process(OURS):.0f} ms")


if __name__ == "__main__":
    main(*sys.argv[1:])
