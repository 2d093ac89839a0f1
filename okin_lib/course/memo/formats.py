"""The files that a memo can be: each made of the same value."""

from collections.abc import Callable, Mapping

from attrs import frozen

from okin_lib.course.memo.as_docx import as_docx
from okin_lib.course.memo.as_html import as_html
from okin_lib.course.memo.as_markdown import as_markdown
from okin_lib.course.memo.document import Memo


@frozen(eq=False)
class Format:
    """A kind of file."""

    label: str
    type: str
    """Its media type."""
    make: Callable[[Memo], bytes]


FORMATS: Mapping[str, Format] = {
    "docx": Format(
        "Word",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        as_docx,
    ),
    "html": Format("a web page", "text/html", lambda memo: as_html(memo).encode()),
    "md": Format("Markdown", "text/markdown", lambda memo: as_markdown(memo).encode()),
}
"""By the ending of its name, each kind of file."""
