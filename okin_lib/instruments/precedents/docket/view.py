"""A docket under each order of the prongs: what law each case leaves, and who wins by it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import get_args

from okin_lib.doctrine.case import Case
from okin_lib.instruments.precedents.docket.data import Docket, Order
from okin_lib.instruments.precedents.docket.reason import Winner, run, splits
from okin_lib.page.passages import passages
from okin_lib.page.template import RegionId, render
from okin_lib.record.types import OF_ANY_CASE

ORDERS: tuple[Order, ...] = get_args(Order)
WINS: Mapping[Winner, str] = {
    "plaintiff": OF_ANY_CASE["plaintiff"].label,
    "officers": OF_ANY_CASE["officers"].label,
    "open": "open",
    "not-stated": "not stated in the opinion",
}


# It runs the docket twice, and moving the year does not change it.
@lru_cache(maxsize=8)
def two_orders(case: Case, reader: str, region: RegionId) -> str:
    """Return the docket run under both orders, side by side."""
    found = case.study(Docket)
    prongs = [found.orders[order] for order in ORDERS]
    first, other = (run(case, order, reader) for order in ORDERS)
    return render(
        "instruments/precedents/docket/docket",
        pairs=list(zip(first, other, strict=True)),
        split={each.violation_first.id for each in splits(case, reader)},
        texts={each.id: each.text for each in found.invented},
        on_supposition=case.doctrine.supposed(reader),
        wins=WINS,
        orders=[(each.label, passages(case, each.because)) for each in prongs],
        notes=passages(case, found.notes),
        region=region,
    )
