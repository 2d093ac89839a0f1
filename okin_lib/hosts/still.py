"""A part of a lesson where nothing can be done to it."""

from markupsafe import Markup

from okin_lib.hosts.session import L, Session


def still(session: Session[L], part: str, called: str) -> Markup:
    """Return a part as it is now, as the front end would show it, with its controls disabled.

    Parameters
    ----------
    called
        What it is, in words.
    """
    regions = session.regions(part)
    return Markup(
        '<fieldset class="still" disabled aria-label="{}">'
        '<div class="okin"><div class="regions" data-layout="{}" style="--regions: {}">{}</div>'
        "</div></fieldset>"
    ).format(called, session.layout(part), len(regions), Markup("".join(regions.values())))
