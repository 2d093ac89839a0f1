"""Checks a site that was built: each link within it leads somewhere, and no page asks outside.

    python docs/links.py FOLDER

Prints each fault, and exits with 1 if there is any. Links to other sites are not followed.
"""

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ASKED = {"script": "src", "img": "src", "iframe": "src", "link": "href", "source": "src"}
"""What a browser asks for unasked: by tag, the attribute that says where."""


class Page(HTMLParser):
    """What a page links to, what it asks for, and where in it a link can lead."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.asked: list[str] = []
        self.places: set[str] = {""}
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what an element says."""
        given = {name: value or "" for name, value in attrs}
        self.places.update(given[name] for name in ("id", "name") if name in given)
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif ASKED.get(tag) in given:
            self.asked.append(given[ASKED[tag]])


def faults(site: Path) -> Iterator[str]:
    """Yield what is wrong with the site in a folder."""
    pages = {path.resolve(): Page(path) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        name = path.relative_to(site.resolve())
        yield from (f"{name}: asks outside for {a}" for a in page.asked if urlsplit(a).netloc)
        for link in (*page.links, *page.asked):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            to = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not to.is_file():
                yield f"{name}: {link} leads nowhere"
            elif to in pages and unquote(parts.fragment) not in pages[to].places:
                yield f"{name}: {link} leads to no such place there"


if __name__ == "__main__":
    found = list(faults(Path(sys.argv[1])))
    print("\n".join(found) or "links: each leads somewhere, and no page asks outside")
    sys.exit(bool(found))
