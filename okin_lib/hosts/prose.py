"""The prose of a notebook as HTML, of which nothing can run."""

import re
from typing import Any

from markupsafe import Markup
from nbconvert.filters import add_anchor
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode

LINK = re.compile(r'<a class="anchor-link"[^>]*>[^<]*</a>')


class Prose(IPythonRenderer):
    """Markdown as HTML; a diagram, which would need a script and is not escaped, is its text."""

    def block_mermaidjs(self, code: str) -> str:
        """Return the text of a diagram."""
        return self.block_code(code)

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        """Return a heading that an address can name, as in Jupyter; without a link to itself."""
        return LINK.sub("", add_anchor(super().heading(text, level, **attrs)))


def prose(cell: NotebookNode) -> Markup:
    """Return Markdown as HTML; what is HTML in it is text."""
    renderer = Prose(
        escape=True,
        allow_harmful_protocols=False,
        exclude_anchor_links=True,
        attachments=cell.get("attachments"),
    )
    return Markup(MarkdownWithMath(renderer=renderer).render(cell.source))
