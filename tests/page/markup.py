"""Reading HTML in tests, as strictly as a careful author writes it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser

from attrs import Factory, define

VOID = {"br", "hr", "img", "input", "link", "meta"}
CONTROLS = {"input", "select", "textarea"}
QUOTED = re.compile(r'="[^"]*"')


@define(eq=False)
class Node:
    tag: str
    attrs: dict[str, str | None] = {}
    children: "list[Node | str]" = Factory(list)

    @property
    def text(self) -> str:
        """What is read, as an opinion words it: the name of an act is hidden then."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> "Iterator[str]":
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif not (child.tag == "span" and child.attrs.get("role") == "button"):
                yield from child._texts()

    def walk(self) -> "Iterator[Node]":
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, tag: str, **attrs: str) -> "list[Node]":
        wanted = {key.replace("_", "-"): value for key, value in attrs.items()}
        return [n for n in self.walk() if n.tag == tag and wanted.items() <= n.attrs.items()]


class Reader(HTMLParser):
    """Builds a tree; refuses a tag not closed where it should be, and quotes that are escaped."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("#root")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), (tag, attrs)
        assert "=&" not in QUOTED.sub("", self.get_starttag_text() or ""), attrs
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(html: str) -> Node:
    reader = Reader()
    reader.feed(html)
    reader.close()
    (root,) = reader.open
    return root


def pages(regions: Mapping[str, str], parts: Mapping[str, Iterable[str]]) -> Node:
    """Every part on one page, as a notebook shows them."""
    return read("".join(regions[key] for part in parts.values() for key in part))


def unlabelled(root: Node) -> list[Node]:
    """The form controls without a label of their own that says something."""
    labelled = {
        id(control)
        for label in root.all("label")
        if label.text
        for control in label.walk()
        if control.tag in CONTROLS
    }
    silent = [node for node in root.walk() if node.tag == "button" and not node.text]
    named = {label.attrs.get("for") for label in root.all("label") if label.text}
    controls = [node for node in root.walk() if node.tag in CONTROLS]
    return silent + [
        n for n in controls if id(n) not in labelled and n.attrs.get("id", "") not in named
    ]


def ids(root: Node) -> list[str]:
    return [value for node in root.walk() if (value := node.attrs.get("id"))]


HOSTILE = """"><script>alert('x')</script><img src=x onerror="alert(1)">&amp;"""


def assert_only_text(region: str) -> None:
    """Fail if what is hostile became markup of the region, or does not show in it."""
    assert "<script" not in region
    assert "<img" not in region
    assert HOSTILE in read(region).text


def assert_readable(region: str) -> None:
    """Fail unless its tables, controls and signs are told without being seen."""
    root = read(region)
    assert len(ids(root)) == len(set(ids(root)))
    assert not unlabelled(root)
    for table in root.all("table"):
        (caption,) = table.all("caption")
        assert caption.text
        assert all(head.attrs.get("scope") in ("col", "row") for head in table.all("th"))
        columns = len(table.all("th", scope="col"))
        for row in table.all("tr"):
            assert len(row.all("th")) + len(row.all("td")) == columns
    for hidden in root.all("span", aria_hidden="true"):
        assert hidden.text
    assert "court would" not in root.text.lower()
