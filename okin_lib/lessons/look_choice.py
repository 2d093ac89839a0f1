"""The choice of what is further shown of a scenario."""

from collections.abc import Sequence

from attrs import frozen

from okin_lib.page.look import Options
from okin_lib.page.template import RegionId, render


@frozen
class Field:
    """Something to choose, from these options, and what is chosen."""

    id: str
    label: str
    options: Options
    chosen: str


def aspect_choice(kinds: Options, kind: str, fields: Sequence[Field], region: RegionId) -> str:
    """Return a button for each aspect, and the choices that the one that is shown asks for."""
    return render("lessons/aspects", kinds=kinds, kind=kind, fields=fields, region=region)
