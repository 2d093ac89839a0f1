"""A docket under each order of the prongs: what law each case leaves, and who wins by it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import get_args

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.statuses import Status
from okin_lib.instruments.docket.data import Docket, Order
from okin_lib.instruments.docket.reason import Winner, run, splits
from okin_lib.page.passages import passages
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import STATUS
from okin_lib.record.called import OF_ANY_CASE
from okin_lib.record.types import NO_PARTY

ORDERS: tuple[Order, ...] = get_args(Order)
WINS: Mapping[Winner, str] = {
    "plaintiff": OF_ANY_CASE["plaintiff"].label,
    "officers": OF_ANY_CASE["officers"].label,
    "open": "open",
    "not-stated": "not stated in the opinion",
}

IMMUNE: Mapping[Winner, str] = {
    "plaintiff": "not immune",
    "officers": "immune",
    "open": STATUS["open"].text,
    "not-stated": STATUS["not-stated"].text,
}
SAYS: Mapping[bool | None, tuple[Status, str]] = {
    True: ("yes", "leaves law for later conduct"),
    False: ("no", "leaves no law"),
    None: ("open", "open whether it leaves law"),
}
"""By whether a court said whether there was a violation: a shape, and what of it."""


# It runs the docket twice, and moving the year does not change it.
@lru_cache(maxsize=8)
def two_orders(case: Case, reader: str, region: RegionId) -> str:
    """Return the docket run under both orders, side by side."""
    found = case.study(Docket)
    prongs = [found.orders[order] for order in ORDERS]
    first, other = (run(case, order, reader) for order in ORDERS)
    return render(
        "instruments/docket/docket",
        pairs=list(zip(first, other, strict=True)),
        split=splits(case, reader),
        texts={each.id: each.text for each in found.invented},
        on_supposition=case.doctrine.supposed(reader),
        wins=WINS,
        orders=[(each.label, passages(case, each.because, NO_PARTY)) for each in prongs],
        notes=passages(case, found.notes, NO_PARTY),
        region=region,
    )


@lru_cache(maxsize=8)  # as above
def in_brief(case: Case, reader: str, region: RegionId) -> str:
    """Return for each case whether it says the law, and who prevails, under either order."""
    found = case.study(Docket)
    first, other = (run(case, order, reader) for order in ORDERS)
    return render(
        "instruments/docket/brief",
        pairs=list(zip(first, other, strict=True)),
        orders=[found.orders[order].label for order in ORDERS],
        immune=IMMUNE,
        says=SAYS,
        region=region,
    )
