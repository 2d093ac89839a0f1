"""What a link keeps, what a hostile one cannot do, and what shows when nothing computes."""

from contextlib import closing, contextmanager
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from okin_lib.files.link_code import encode
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.scenario import scenario
from tests.browser.conftest import at_once, started, turn_to_step
from tests.servers import free_port

NOTEBOOK = "10_whole_board.ipynb"
FOOTBALL = "The football conversation"
WITHOUT = "Without the football conversation"
SCRIPT = "<script>bad=1</script><img src=x onerror=bad=1>"


@pytest.fixture
def page(page: Page) -> Page:
    return at_once(page)


def football(page: Page):
    return page.get_by_role("switch", name=FOOTBALL)


def without_football(page: Page) -> None:
    football(page).uncheck()
    expect(page.locator("[data-region=live]")).to_contain_text(WITHOUT)
    case = load_case()
    code = encode(case, scenario(case, ["football-talk"]))
    page.wait_for_url(f"**/{NOTEBOOK}?s={code}")


def not_live(page: Page) -> None:
    """Within ten seconds it says so to everyone, once aloud, and marks what is stale."""
    alert = page.get_by_role("alert").filter(has_text="no longer live")
    expect(alert).to_have_count(1, timeout=10_000)
    expect(alert).to_be_visible()
    word = "element => getComputedStyle(element, '::before').content"
    assert page.locator("[data-region=matrix]").evaluate(word) == '"No longer live"'


def ask(url: str, path: str) -> None:
    with closing(HTTPConnection(urlsplit(url).netloc)) as connection:
        connection.request("GET", path)
        connection.getresponse()


def test_the_address_follows_and_a_reload_brings_the_scenario_back(open_in_voila) -> None:
    page = open_in_voila(NOTEBOOK)
    without_football(page)
    page.reload()
    expect(football(page)).not_to_be_checked()
    page.get_by_role("button", name="Back to the record").click()
    page.wait_for_url(f"**/{NOTEBOOK}")


def test_a_killed_kernel_shows_and_a_reload_brings_the_scenario_back(voila, open_in_voila) -> None:
    before = voila.kernels()
    page = open_in_voila(NOTEBOOK)
    without_football(page)
    for kernel in voila.kernels() - before:
        kernel.kill()
    not_live(page)
    football(page).click()
    expect(football(page)).not_to_be_checked()
    page.reload()
    expect(football(page)).not_to_be_checked()
    football(page).check()
    expect(page.locator("[data-region=live]")).to_contain_text("On the record, ")


@pytest.mark.long
def test_a_killed_server_shows_and_once_it_is_back_so_is_the_scenario(
    page: Page, folder, environment
) -> None:
    port = free_port()
    serve = contextmanager(started)
    with serve("serve.serve", folder, environment, port) as server:
        page.goto(f"{server.url}voila/render/{NOTEBOOK}")
        without_football(page)
        for kernel in server.kernels():
            kernel.kill()
        server.process.kill()
        not_live(page)
    with serve("serve.serve", folder, environment, port):
        page.reload()
        expect(football(page)).not_to_be_checked()


@pytest.mark.parametrize(
    "query",
    [
        f"s={SCRIPT}",
        "s=%3Cscript%3Ebad%3D1%3C%2Fscript%3E",
        "s=%ff%fe%00",
        "s=" + "A" * 20_000,
        "s=" + "A" * 100_000,
        "s=&s=&s=" + "&x=1" * 50,
        "%ff=%ff",
    ],
    ids=["script", "escaped", "not-utf-8", "long", "100-kb", "many", "no-name"],
)
def test_a_hostile_query_runs_nothing_and_the_record_is_shown(open_in_voila, query: str) -> None:
    page = open_in_voila(f"{NOTEBOOK}?{query}")
    expect(football(page)).to_be_checked()
    assert page.evaluate("window.bad") is None
    said = page.get_by_role("alert").filter(has_text="What you see is the record.")
    expect(said).to_have_count(0 if query == "%ff=%ff" else 1)


def test_a_query_of_200_kb_is_cut_off_and_the_server_goes_on(page: Page, voila) -> None:
    with pytest.raises(ConnectionError):
        ask(voila.url, f"/voila/render/{NOTEBOOK}?s={'A' * 200_000}")
    page.goto(f"{voila.url}voila/render/{NOTEBOOK}")
    expect(football(page)).to_be_checked()


def test_hostile_words_are_shown_as_text_and_too_many_are_refused(open_in_voila) -> None:
    page = open_in_voila(NOTEBOOK)
    box = page.get_by_role("searchbox")
    box.fill(SCRIPT)
    expect(page.get_by_text("0 of 248 facts are shown")).to_be_visible()
    expect(box).to_have_value(SCRIPT)
    box.evaluate(
        """box => {
          box.value = "A".repeat(100000);
          box.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    expect(page.get_by_role("alert")).to_contain_text("larger than")
    assert page.evaluate("window.bad") is None


def test_a_learners_note_is_text_wherever_it_shows(open_in_voila) -> None:
    page = open_in_voila("03_act_or_omission.ipynb")
    turn_to_step(page, "Predict")
    form = page.locator("form.predict").first
    form.get_by_role("radio").first.check()
    form.get_by_role("textbox").fill(SCRIPT)
    form.locator("[type=submit]").click()
    expect(page.locator("[data-region=prediction] dd").nth(1)).to_have_text(SCRIPT)
    assert page.evaluate("window.bad") is None


@pytest.mark.long
def test_what_is_copied_is_a_link_that_opens_the_same(open_in_voila, context) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_in_voila(NOTEBOOK)
    without_football(page)
    page.get_by_role("button", name="Copy a link to this page").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Copied.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert urlsplit(link).path == urlsplit(page.url).path
    page.goto(link)
    expect(football(page)).not_to_be_checked()
