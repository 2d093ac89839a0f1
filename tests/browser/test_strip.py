"""The tiles of the parties in a browser: however many they are and whatever their names."""

import pytest
from attrs import evolve
from playwright.sync_api import Page

from okin_lib.hosts.front import join
from okin_lib.lessons.installed import load_case
from okin_lib.page.effects.strip import Joint, PartyTile
from okin_lib.page.template import render
from tests.browser.legible import TURNS, legible_at_widths

NAMES = ("Featherstonehaugh", "Li", "Williams", "The Board of Education")


@pytest.mark.parametrize("counts", [(4, 2), (6, 1, 1), (2, 15), (50,)])
def test_no_name_is_broken_and_nothing_goes_sideways(page: Page, counts: tuple[int, ...]) -> None:
    claim = next(iter(load_case().claims.values()))
    tile = PartyTile("one", "One", claim, "", "not addressed", "", partly=False, other_ground=True)
    joints = [
        Joint(
            tuple(
                evolve(tile, party=f"party-{of}-{n}", name=NAMES[n % len(NAMES)])
                for n in range(count)
            ),
            "one ruling",
        )
        for of, count in enumerate(counts)
    ]
    html = render(
        "page/effects/strip", region="strip", joints=joints, party="", apart=None, claims=True
    )
    page.set_content(f'<style>{join.sheet()}</style><div class="okin">{html}</div>')
    for turn in range(TURNS):
        legible_at_widths(page, turn)
