"""What an address, a file or a case may hold, on the running server: it runs nothing."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from okin_lib.lessons.instruments import LOOKS
from tests.browser.conftest import Open, at_once, look_at
from tests.hosts.markup import SCRIPT, elements

BOARD = "10_whole_board.ipynb"
FOOTBALL = "The football conversation"
WITHOUT = "Without the football conversation"
NOTE_VIOLATIONS = """
  window.refused = [];
  document.addEventListener("securitypolicyviolation", (violation) =>
    refused.push([violation.violatedDirective, violation.blockedURI, violation.sample]));
"""
PARAMETERS = ["s", "theme", "template", "classic-tree", "voila-theme", "path", "kernel_name", "t"]
HOSTILE_NAME = SCRIPT.replace("/", "&sol;") + ".ipynb"


def get(page: Page, address: str) -> str:
    return page.request.get(address).text()


def every(text: str) -> str:
    """A query with ``text`` in each parameter that Voila reads, and as the name of one."""
    return (
        "&".join(f"{name}={quote(text)}" for name in PARAMETERS) + f"&{quote(text)}={quote(text)}"
    )


def ran(page: Page) -> bool:
    return page.evaluate("window.bad !== undefined")


@pytest.fixture
def open_noting(page: Page, open_in_voila: Open) -> Open:
    """Each page notes what the server's policy refuses, and what the console says is wrong."""
    page.add_init_script(NOTE_VIOLATIONS)
    page.errors = []
    page.on(
        "console", lambda said: page.errors.append(said.text) if said.type == "error" else None
    )
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    return open_in_voila


@pytest.mark.parametrize("path", ["", "voila/tree", "voila/render/nothing.ipynb", "%3Cscript%3E"])
def test_no_parameter_becomes_markup_of_a_page_without_a_kernel(voila, page: Page, path) -> None:
    hostile = elements(get(page, f"{voila.url}{path}?{every(SCRIPT)}"))
    assert hostile == elements(get(page, f"{voila.url}{path}?{every('plain')}"))


def test_no_parameter_becomes_markup_of_a_notebooks_page(open_in_voila) -> None:
    page = open_in_voila(f"{BOARD}?{every(SCRIPT)}")
    expect(page.get_by_role("link", name="Leave this site quickly")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("What you see is the record.")
    assert page.locator("script:not([src]):not([type^='application/']), img").count() == 0
    assert not ran(page)


def test_a_path_of_an_error_page_is_text(page: Page, voila) -> None:
    for path in (SCRIPT, f"voila/render/{SCRIPT}", f"voila/tree/{SCRIPT}"):
        page.goto(f"{voila.url}{quote(path)}")
        assert page.locator("img, script:not([src])").count() == 0
        assert not ran(page)


def test_a_file_name_a_title_and_metadata_are_text(page: Page, folder: Path, voila) -> None:
    notebook = json.loads((folder / "stub.ipynb").read_text("utf-8"))
    notebook["metadata"] |= {"title": SCRIPT, SCRIPT: SCRIPT}
    notebook["metadata"]["voila"] = {"theme": SCRIPT, "template": "lab"}
    hostile = folder / HOSTILE_NAME
    hostile.write_text(json.dumps(notebook), "utf-8")
    try:
        page.goto(voila.url)
        page.get_by_role("link").filter(has_text="bad=1").click()
        expect(page.locator(".okin").first).to_be_visible()
    finally:
        hostile.unlink()
    assert page.title() == SCRIPT
    expect(page.get_by_role("link", name="Leave this site quickly")).to_be_visible()
    assert not ran(page)


def test_every_text_of_a_case_is_text_wherever_it_shows(open_in_voila) -> None:
    page = open_in_voila("hostile.ipynb")
    markup = page.locator("script, img, .okin [onerror]")
    ours = markup.count()
    page.get_by_role("switch", name=FOOTBALL).uncheck()
    expect(page.locator("[data-region=live]")).to_contain_text(WITHOUT)
    for folded in ("list", "what-changed", "verdict"):
        page.locator(f"#{folded}-fold > summary").click()
        expect(page.locator(f"#{folded}-fold section")).to_be_visible()
    expect(page.locator("[data-region=what-changed]")).to_contain_text("<script>bad=1</script>")
    for aspect in LOOKS.values():
        look_at(page, aspect.label)
    page.get_by_role("button", name="Every element").first.click()  # where a look stood
    page.locator("[data-act=draw][data-id=matrix]").click()
    expect(page.locator("[data-region=matrix] figure svg")).to_be_visible()
    assert markup.count() == ours
    assert not ran(page)


@pytest.mark.long
def test_the_servers_own_policy_refuses_nothing_of_ours(open_noting) -> None:
    page = open_noting(BOARD)
    page.get_by_role("switch", name=FOOTBALL).uncheck()
    expect(page.locator("[data-region=live]")).to_contain_text(WITHOUT)
    page.locator("[data-act=draw][data-id=matrix]").click()
    expect(page.locator("[data-region=matrix] figure svg")).to_be_visible()
    page.get_by_role("button", name="Show the link as a QR code").click()
    expect(page.locator("svg.qr")).to_be_visible()
    page.get_by_role("button", name="Projector mode").click()
    expect(page.get_by_role("group", name="Projector")).to_be_visible()
    page.keyboard.press("Escape")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".appendix")).to_be_attached()
    assert page.evaluate("refused") == []
    assert page.errors == []


def test_the_policy_would_refuse_an_inline_script(open_noting) -> None:
    """So that the test above can fail."""
    page = open_noting("stub.ipynb")
    page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener("securitypolicyviolation", done);
          const inline = document.createElement("script");
          inline.textContent = "bad = 1";
          document.body.append(inline);
        })"""
    )
    assert len(page.evaluate("refused")) == 1
    assert not ran(page)


def test_the_page_says_how_far_it_has_come(page: Page, voila) -> None:
    at_once(page)
    page.add_init_script(
        """window.said = new Set();
        new MutationObserver(() => said.add(document.getElementById("loading-text")?.textContent))
          .observe(document, { childList: true, subtree: true, characterData: true });"""
    )
    page.goto(f"{voila.url}voila/render/{BOARD}")
    page.locator(".okin").first.wait_for()
    said = page.evaluate("[...said]")
    assert any(text and text.startswith("Running step ") for text in said)
    expect(page.locator("#loading")).to_be_hidden()


def test_a_toggle_leaves_other_fields_and_the_fragment_as_they_are(open_in_voila) -> None:
    page = open_in_voila(f"{BOARD}?token=a%20b&s=&lti&%73=&x=1+1&x=%ff#cell-id=prose")
    page.get_by_role("switch", name=FOOTBALL).uncheck()
    page.wait_for_url("**/*?token=a%20b&lti&x=1+1&x=%ff&s=*#cell-id=prose")
    page.get_by_role("button", name="Back to the record").click()
    page.wait_for_url("**/*?token=a%20b&lti&x=1+1&x=%ff#cell-id=prose")


def test_a_copied_link_takes_along_nothing_but_the_scenario(open_in_voila, context) -> None:
    """What else an address holds may be a key to somebody's session."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_in_voila(f"{BOARD}?token=secret#secret")
    page.get_by_role("button", name="Copy a link to this page").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert "secret" not in link
    assert link.startswith(page.url.split("?")[0] + "?s=")
