"""The wheel alone, from a folder that is not the repository, in a browser."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import at_once
from tests.browser.test_hosting import BOARD, toggles
from tests.packaging.conftest import bin_folder, elsewhere, started, wheel

__all__ = ["bin_folder", "elsewhere", "wheel"]  # fixtures


pytestmark = pytest.mark.long


@pytest.fixture
def page(page: Page) -> Page:
    return at_once(page)


@pytest.mark.usefixtures("elsewhere")
def test_the_whole_board_opens_and_toggles(page: Page, bin_folder) -> None:
    with started(bin_folder, "voila") as address:
        page.goto(address + BOARD)
        toggles(page)
