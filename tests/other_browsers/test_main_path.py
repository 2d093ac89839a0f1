"""The main path of the static site in Firefox and in WebKit: `make test-browsers`.

Firefox is driven over Marionette, which it speaks itself; WebKitGTK's MiniBrowser over WebDriver.
Both are asked for what their drivers have in common, and waited for inside the page.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from tests.servers import sending

pytestmark = [pytest.mark.other_browsers, pytest.mark.filterwarnings("ignore")]

WITHIN = 180
"""Seconds: Python compiles inside the browser, which WebKitGTK does slowly."""
INSTALL = "apt-get install firefox-esr webkit2gtk-driver xvfb xauth"
STARTED = '() => document.querySelectorAll("fieldset.still, .keeping > span:empty").length'
COMMITTED = '() => document.body.textContent.includes("Your prediction, committed")'
LIVE = '() => document.querySelector("[data-region=live]").textContent.trim()'
ADDRESSED = '() => location.search.startsWith("?s=")'
SWITCHED = '() => document.querySelector("[role=switch]:enabled")?.checked'
COMES_TO = """
  const done = arguments[arguments.length - 1];
  const look = () => (PROBE)() === WANTED ? done() : setTimeout(look, 50);
  look();
"""


@frozen
class Driven:
    """A browser under a driver."""

    driver: Any
    go: Callable[[str], None]

    def comes_to(self, probe: str, wanted: object) -> None:
        """Wait until the page says this of itself; the driver fails once that takes too long."""
        asked = COMES_TO.replace("PROBE", probe).replace("WANTED", json.dumps(wanted))
        self.driver.execute_async_script(asked)

    def look(self, probe: str) -> Any:
        return self.driver.execute_script(f"return ({probe})()")

    def click(self, selector: str) -> None:
        self.driver.find_element("css selector", selector).click()

    def write(self, selector: str, text: str) -> None:
        self.driver.find_element("css selector", selector).send_keys(text)


def program(variable: str, *names: str) -> str:
    """Where a program is, as a variable of the environment or the path says."""
    places = [os.environ.get(variable), *map(shutil.which, names)]
    minis = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    places += [str(path) for path in minis if path.name in names]
    found = next(filter(None, places), None)
    return found or pytest.fail(f"No {names[0]}: {INSTALL}, or name one in {variable}")


def firefox(folder: Path) -> Iterator[Driven]:
    from marionette_driver.marionette import Marionette

    found = program("FIREFOX", "firefox-esr", "firefox")
    log = str(folder / "gecko.log")
    driver = Marionette(bin=found, headless=True, port=0, gecko_log=log)
    try:
        driver.start_session()
        driver.timeout.script = WITHIN
        yield Driven(driver, driver.navigate)
    finally:
        driver.cleanup()


def webkit(_folder: Path) -> Iterator[Driven]:
    from selenium.webdriver import WebKitGTK, WebKitGTKOptions
    from selenium.webdriver.webkitgtk.service import Service

    options = WebKitGTKOptions()
    options.binary_location = program("MINIBROWSER", "MiniBrowser")
    options.add_argument("--automation")
    driver = WebKitGTK(options, Service(program("WEBKIT_DRIVER", "WebKitWebDriver")))
    try:
        driver.set_script_timeout(WITHIN)
        yield Driven(driver, driver.get)
    finally:
        driver.quit()


@pytest.fixture(params=[firefox, webkit], ids=["firefox", "webkit"])
def browser(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Driven]:
    yield from request.param(tmp_path)


def test_open_predict_toggle_and_find_it_again(browser: Driven, static_site: Path) -> None:
    with sending(static_site, "localhost") as site:
        browser.go(f"{site}/index.html")
        browser.click("a[href='./03_act_or_omission.html']")
        browser.comes_to("() => document.title", "3. Act or omission")
        browser.comes_to(STARTED, 0)
        browser.click("#turns [rel=next]")  # the questions from before
        browser.click("#turns [rel=next]")
        browser.click("form.predict [type=radio]")
        browser.write("form.predict :is(textarea, [type=text])", "so that it opens")
        browser.click("form.predict [type=submit]")
        browser.comes_to(COMMITTED, True)
        browser.click("#turns [rel=next]")
        browser.comes_to(SWITCHED, True)
        before = browser.look(LIVE)
        browser.click("[role=switch]")
        browser.comes_to(f"() => ({LIVE})() === {json.dumps(before)}", False)
        browser.comes_to(ADDRESSED, True)  # it is written once what was done is kept
        after = browser.look(LIVE)
        assert "Without" in after
        browser.driver.refresh()
        browser.comes_to(STARTED, 0)
        browser.comes_to(LIVE, after)
        assert browser.look(SWITCHED) is False
        assert browser.look(COMMITTED)
