"""How the site is made of these pages and of the docstrings."""

from pathlib import Path

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import okin_lib

HERE = Path(__file__).parent

project = "Okin"
author = "The Okin notebooks authors"
extensions = ["myst_parser", "sphinx.ext.autodoc", "numpydoc"]
html_theme = "furo"
html_title = "Okin"
html_copy_source = False
html_show_sphinx = False
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_extra_path = ["../build/gallery"]  # made by gallery.py

myst_heading_anchors = 3
default_role = "py:obj"  # a name in a docstring is a reference, and checked

autodoc_default_options = {
    "members": True,
    "inherited-members": "Mapping, Sequence",
    "undoc-members": True,
    "member-order": "bysource",
    "exclude-members": "case, found, supposed",  # the model's own values: inside, and not promised
}
add_module_names = False
autodoc_typehints_format = "short"
numpydoc_show_class_members = False
numpydoc_validation_checks: set[str] = set()  # `make check` has them

nitpicky = True
OTHERS = (
    r"(str|int|float|bool|None|object|list|dict|tuple|Self|ValueError|KeyError|ImportError|OSError)",
    r"(collections|os|pathlib|typing|pandas|matplotlib|DataFrame|Path|Iterable|Mapping|Sequence).*",
    r"okin_lib\.(hosts\..*|api\.\w+\.T)",
)
nitpick_ignore_regex = [(r"py:.*", name) for name in OTHERS]  # what has no place on this site


def of_the_face(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, text: nodes.TextElement
) -> nodes.reference | None:
    """Return the reference to a public name, in whichever module it is defined."""
    name = node.get("reftarget", "").removeprefix("okin_lib.").rpartition(".")[2]
    if node.get("refdomain") != "py" or name not in okin_lib.__all__:
        return None
    python, page = env.get_domain("py"), node["refdoc"]
    return python.resolve_xref(env, page, app.builder, "obj", f"okin_lib.{name}", node, text)


def in_the_repository(_app: Sphinx, page: nodes.document) -> None:
    """Leave as text a link to a folder of the repository, which the site has not."""
    for link in list(page.findall(pending_xref)):
        if link["reftype"] == "myst" and (HERE / link["reftarget"]).is_dir():
            link.replace_self(link.children)


def unmade(_app: Sphinx, what: str, *_of: object) -> tuple[str, None] | None:
    """Leave out how a class is made: a reader is given its values."""
    return ("", None) if what == "class" else None


def setup(app: Sphinx) -> None:
    """Join what is ours to Sphinx."""
    app.connect("missing-reference", of_the_face)
    app.connect("doctree-read", in_the_repository)
    app.connect("autodoc-process-signature", unmade)
