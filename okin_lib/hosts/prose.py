"""The prose of a notebook as HTML, of which nothing can run."""

from markupsafe import Markup
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode


class Prose(IPythonRenderer):
    """Markdown as HTML; a diagram, which would need a script and is not escaped, is its text."""

    def block_mermaidjs(self, code: str) -> str:
        """Return the text of a diagram."""
        return self.block_code(code)


def prose(cell: NotebookNode) -> Markup:
    """Return Markdown as HTML; what is HTML in it is text."""
    renderer = Prose(
        escape=True,
        allow_harmful_protocols=False,
        exclude_anchor_links=True,
        attachments=cell.get("attachments"),
    )
    return Markup(MarkdownWithMath(renderer=renderer).render(cell.source))
