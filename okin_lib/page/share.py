"""What carries a scenario elsewhere: its code, a link to copy, and the link as a QR code."""

import re
from urllib.parse import urlsplit

from markupsafe import Markup

from okin_lib.page.template import RegionId, render

# As in front/address.js.
LOOPBACK = re.compile(r"localhost|127(\.\d+){3}|::1?|0\.0\.0\.0")
JUPYTERS = {"lab", "notebooks", "doc"}
"""In the path of a page of JupyterLab's or of Jupyter Notebook's own."""


def share_panel(
    region: RegionId, code: str, query: str, shown: str | None, link: str, left_out: str = ""
) -> str:
    """Return the scenario's code with a button that copies a link to it.

    Parameters
    ----------
    code
        The scenario's code.
    query
        The query of a link that holds it.
    shown
        The code that the page's own address should bear: empty for none, None for no change.
    link
        The link to show as a QR code; empty for none.
    left_out
        What the code does not say, in words; empty for nothing.
    """
    drawn = qr(link) if link else ""
    reach = _reach(link) if link else ""
    return render(
        "page/share",
        region=region,
        code=code,
        query=query,
        shown=shown,
        link=link,
        left_out=left_out,
        qr=drawn,
        reach=reach,
    )


def _reach(link: str) -> str:
    """Return whose the link is alone, ``jupyter`` or ``machine``; empty if others can open it."""
    try:
        path, host = urlsplit(link).path, urlsplit(link).hostname or ""
    except ValueError:  # no page has such an address
        return "machine"
    if JUPYTERS.intersection(path.split("/")):
        return "jupyter"
    return "machine" if LOOPBACK.fullmatch(host) else ""


def qr(link: str) -> Markup:
    """Return a link as a QR code."""
    import segno  # slow to import, and few ask for a code

    drawn = segno.make(link, micro=False).svg_inline(
        border=4,
        dark="#000",
        light="#fff",
        title="QR code of the link",
        svgclass="qr",
        omitsize=True,  # as large as it is wanted where it stands
    )
    return Markup(drawn)  # segno's own markup: of the link it holds only dark and light
