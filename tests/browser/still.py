"""A part of a lesson as it stands on a page, without a server: to look at, not to act on."""

import re
from itertools import groupby

from okin_lib.page.regions import Lesson

AREA = re.compile(r'^\s*<\w+ [^>]*data-area="(\w+)"')


def still(lesson: Lesson, part: str) -> str:
    """Return the regions of a part in their layout, those of one area in one element."""
    every, layout = lesson.regions(), lesson.layouts.get(part, "stacked")
    regions = [every[region] for region in lesson.parts[part]]
    inner = "".join(_gathered(area, "".join(its)) for area, its in groupby(regions, _area))
    return f'<div class="okin"><div class="regions" data-layout="{layout}">{inner}</div></div>'


def _area(region: str) -> str:
    found = AREA.match(region)
    return found[1] if found else ""


def _gathered(area: str, regions: str) -> str:
    return f'<div class="area-{area}">{regions}</div>' if area else regions
