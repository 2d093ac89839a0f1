"""The tiles of the parties, as the sheet lays them out by how many stand joined."""

import pytest
from attrs import evolve

from okin_lib.page.effects.strip import Joint, PartyTile
from okin_lib.page.template import render
from tests.page.markup import read


@pytest.mark.parametrize(("count", "alone"), [(1, True), (2, False), (6, False), (10, False)])
def test_how_many_stand_joined_is_told_whatever_the_number(case, count, alone):
    claim = next(iter(case.claims.values()))
    tile = PartyTile("one", "One", claim, "", "triable", "", partly=False, other_ground=False)
    joint = Joint(tuple(evolve(tile, party=f"party-{n}") for n in range(count)), "")
    html = render(
        "page/effects/strip",
        region="strip",
        joints=[joint],
        party="party-0",
        apart=None,
        claims=True,
    )
    (shown,) = (each for each in read(html).all("div") if each.attrs.get("role") == "group")
    assert ("data-alone" in shown.attrs, shown.attrs["style"]) == (alone, f"--tiles: {count}")
