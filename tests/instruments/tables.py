"""Reading the tables of evidence and of comparisons, whose rows are blocks where it is narrow."""

from tests.page.markup import ids, read, unlabelled
from tests.reasoning.courtroom import OFFICERS

PARTIES = (*OFFICERS, "village", "town")
SUPPOSED = (
    {},
    {"without": ["C39", "E10"], "attribution": "individual"},
    {"added": ["nothing-reached-sears", "assurance-by-lug"], "year": 1990},
)


def rows(root):
    return {
        r.all("th", scope="row")[0].text: r for r in root.all("tr") if r.all("th", scope="row")
    }


def row(root, name):
    (found,) = (r for head, r in rows(root).items() if head.startswith(name))
    return found


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
