"""Reading the tables of evidence and of comparisons, whose rows are blocks where it is narrow."""

from tests.page.markup import ids, read, unlabelled
from tests.reasoning.courtroom import OFFICERS

PARTIES = (*OFFICERS, "village", "town")
SUPPOSED = (
    {},
    {"without": ["C39", "E10"], "attribution": "individual"},
    {"added": ["officers-off-duty", "assurance-by-lug"], "year": 1990},
)


def rows(root):
    """The rows by their labels."""
    return {_label(head): r for r in root.all("tr") for head in r.all("th", scope="row")}


def _label(head):
    (named,) = head.all("span", **{"class": "element"}) or [head]
    return named.text


def row(root, name):
    return rows(root)[name]


def facts(node):
    return [s.text for s in node.all("span") if "label" in (s.attrs.get("class") or "").split()]


def assert_tables_hold_as_blocks(region: str) -> None:
    """Fail unless each table says in roles what it is, and each row has all its cells."""
    root = read(region)
    assert len(ids(root)) == len(set(ids(root)))
    assert not unlabelled(root)
    assert "court would" not in root.text.lower()
    for table in root.all("table"):
        assert table.all("caption")[0].text
        assert table.attrs["role"] == "table"
        columns = table.all("th", scope="col", role="columnheader")
        for each in table.all("tr", role="row"):
            assert len(each.all("th")) + len(each.all("td", role="cell")) == len(columns)
        assert all(
            head.attrs["role"] == ("columnheader" if head.attrs["scope"] == "col" else "rowheader")
            for head in table.all("th")
        )
        assert len(table.all("tr")) == len(table.all("tr", role="row"))
