"""A memo as a Word document: a template of each of its parts, filled, in one archive."""

from collections.abc import Mapping
from io import BytesIO
from math import sqrt
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from okin_lib.course.memo.document import Memo, Rows

WIDE = 9360  # between the margins, in twentieths of a point

PARTS: Mapping[str, str] = {
    "[Content_Types].xml": "content-types",
    "_rels/.rels": "package-rels",
    "docProps/core.xml": "core",
    "word/_rels/document.xml.rels": "document-rels",
    "word/document.xml": "document",
    "word/footer1.xml": "footer",
    "word/numbering.xml": "numbering",
    "word/styles.xml": "styles",
}
"""The parts of a document, in the order that Word expects, each with its template."""


def as_docx(memo: Memo) -> bytes:
    """Return the memo as a Word document; the same memo gives the same bytes."""
    # Jinja takes a quarter of a cold start.
    from okin_lib.page.environment import environment

    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, template in PARTS.items():
            filled = environment().get_template(f"course/memo/word/{template}.xml")
            part = ZipInfo(name)  # of no date
            part.compress_type = ZIP_DEFLATED
            archive.writestr(part, filled.render(memo=memo, widths=_widths))
    return made.getvalue()


def _widths(table: Rows) -> list[int]:
    """Return how wide each column is: wider where more stands in it, but not by as much."""
    columns = zip(
        table.heads, *([said.passage for said in row] for row in table.rows), strict=True
    )
    weights = [sqrt(max(map(len, column))) for column in columns]
    return [int(WIDE * weight / sum(weights)) for weight in weights]
