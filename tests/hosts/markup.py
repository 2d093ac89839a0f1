"""The elements of a page, to see whether a text became one."""

from html.parser import HTMLParser

SCRIPT = """"'></title></textarea><script>bad=1</script><img src=x onerror=bad=1>{{7*7}}"""


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))


def elements(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each element, with the names of its attributes."""
    parser = _Elements()
    parser.feed(html)
    parser.close()
    return parser.found
