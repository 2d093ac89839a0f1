"""The choice of what is shown of a scenario: a tab for each thing."""

from collections.abc import Sequence

from attrs import frozen

from okin_lib.page.look import Options
from okin_lib.page.template import RegionId, render


@frozen
class Tab:
    """Something that can be shown, and what it is called in full and in short."""

    id: str
    label: str
    short: str = ""


@frozen
class Field:
    """Something to choose, from these options, and what is chosen."""

    id: str
    label: str
    options: Options
    chosen: str


def aspect_choice(
    tabs: Sequence[Tab], shown: str, fields: Sequence[Field], region: RegionId
) -> str:
    """Return a button for each tab, and the choices that the one that is shown asks for."""
    return render("lessons/aspects", tabs=tabs, shown=shown, fields=fields, region=region)
