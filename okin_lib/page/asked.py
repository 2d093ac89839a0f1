"""What is shown only when it is asked for: a button for each, and the one that is."""

from collections.abc import Callable, Mapping

from okin_lib.page.regions import RegionId, Regions
from okin_lib.page.template import nothing, render


def choice_of(labels: Mapping[RegionId, str], chosen: str, region: RegionId) -> str:
    """Return a button for each of what can be asked for; the one that is shown is pressed."""
    return render("page/asked", labels=labels, chosen=chosen, region=region)


def asked_for(shown: Mapping[RegionId, Callable[[], str]], chosen: str) -> Regions:
    """Return each as a region: the one that is ``chosen`` worked out, the others empty."""
    return {
        region: made() if region == chosen else nothing(region) for region, made in shown.items()
    }
