"""A part of a lesson as it first stands on a page, before anything can be done to it."""

import re
from itertools import groupby

from markupsafe import Markup

from okin_lib.hosts.session import L, Session

STEP = "A step, as it first stands"
NO_ATTRIBUTES = Markup("")
AREA = re.compile(r'^\s*<\w+ [^>]*data-area="(\w+)"')


def laid_out(session: Session[L], part: str) -> Markup:
    """Return the regions of a part as they are now, as the front end would lay them out."""
    regions = session.regions(part)
    areas = (_gathered(area, "".join(its)) for area, its in groupby(regions.values(), _area))
    return Markup('<div class="regions" data-layout="{}" style="--regions: {}">{}</div>').format(
        session.layout(part), len(regions), Markup("").join(areas)
    )


def still(
    session: Session[L], part: str, called: str = STEP, attributes: Markup = NO_ATTRIBUTES
) -> Markup:
    """Return a part as it is now, with its controls disabled.

    Parameters
    ----------
    called
        What it is, in words.
    attributes
        What a script is to know of it.
    """
    return Markup(
        '<fieldset class="still" disabled aria-label="{}"><div class="okin"{}>{}</div></fieldset>'
    ).format(called, attributes, laid_out(session, part))


def _area(region: str) -> str:
    found = AREA.match(region)
    return found[1] if found else ""


def _gathered(area: str, regions: str) -> Markup:
    """Return regions that follow each other in the element of their area, if they have one."""
    if not area:
        return Markup(regions)
    return Markup('<div class="area-{}">{}</div>').format(area, Markup(regions))
