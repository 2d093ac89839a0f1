"""A class in a browser: one desk, one projected page, and phones, each in a context of its own."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocketRoute, expect

from tests.browser.conftest import Server, started
from tests.servers import free_port

ACT = "03_act_or_omission"
QUESTION = f"{ACT}:without-football"
NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1366, "height": 768}
DESK = re.compile(r"http://localhost:\d+/class/(\w+)/desk#(\S+)")
WIDER = "() => document.documentElement.scrollWidth > innerWidth"
OPTIONS = "shared=True, together=True"
# What of the way in is cut off on the projector, or how much of its box the code leaves empty.
WAY_IN = """() => {
  const box = (its) => its.getBoundingClientRect();
  const end = Math.min(innerHeight, box(document.querySelector("#projector")).top);
  const parts = [...document.querySelectorAll(".join :is(h2, .qr, p)")];
  const cut = parts.filter((its) => box(its).bottom > end || box(its).right > innerWidth);
  const { width } = document.querySelector(".join .qr").getBBox();
  const drawn = width * document.querySelector(".join .qr").getScreenCTM().a;
  const empty = box(document.querySelector(".join .qr")).width - drawn;
  return [...cut.map((its) => its.outerHTML), ...(Math.abs(empty) > 1 ? [empty] : [])];
}"""
Axe = Callable[[Page], list[dict]]


class Class:
    """A class on a server: its addresses, and each page in a context of its own."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.desk_address = server.url
        self.code = DESK.match(server.url)[1]
        self.base = server.url.partition("/desk#")[0]
        self._browser = browser
        self.contexts: list[BrowserContext] = []

    def page(self, address: str, **context: object) -> Page:
        made = self._browser.new_context(**context)
        self.contexts.append(made)
        page = made.new_page()
        page.goto(address)
        return page

    def desk(self) -> Page:
        page = self.page(self.desk_address, viewport=WIDE)
        expect(page.get_by_text("No phone has come yet")).to_be_visible()
        return page

    def screen(self) -> Page:
        page = self.page(f"{self.base}/screen/{ACT}", viewport=WIDE)
        expect(page.locator("fieldset.still")).to_have_count(0)
        page.get_by_role("button", name="Projector mode").click()
        return page

    def phone(self, **more: object) -> Page:
        page = self.page(self.base, viewport=NARROW, **more)
        expect(page.get_by_role("status").first).to_have_text(
            re.compile("You are in|asked|before the class")
        )
        return page


@pytest.fixture
def serve(folder: Path, environment: dict[str, str]) -> Iterator[Callable[[int], Server]]:
    """Start a server on a port; the one before is stopped."""
    running = []

    def stop() -> None:
        for each in running:
            each.close()
        running.clear()

    def start(port: int) -> Server:
        stop()
        running.append(started("serve.serve", folder, environment, port, OPTIONS))
        return next(running[0])

    yield start
    stop()


@pytest.fixture
def met(browser: Browser, serve: Callable[[int], Server]) -> Iterator[Class]:
    met = Class(browser, serve(free_port()))
    yield met
    for context in met.contexts:
        context.close()


def ask(desk: Page) -> None:
    desk.get_by_text("Act or omission", exact=True).last.click()
    desk.locator(f"[data-act=ask][data-id='{QUESTION}']").click()
    expect(desk.get_by_role("button", name="Close the vote")).to_be_visible()


def answer(phone: Page, number: int, because: str = "") -> None:
    form = phone.locator("form[data-act=answer]")
    form.get_by_role("radio").nth(number).check()
    form.get_by_role("textbox").fill(because)
    form.get_by_role("button").click()
    expect(phone.get_by_text("Your answer has arrived. Until")).to_be_visible()


def press(desk: Page, name: str) -> None:
    desk.get_by_role("button", name=name, exact=True).first.click()


def faults(page: Page, axe: Axe) -> list[object]:
    """What axe finds wrong, and whether anything is wider than the window."""
    return [*axe(page), *([page.url] if page.evaluate(WIDER) else [])]


def look_for_both_sides(desk: Page, screen: Page, every: list[Page]) -> None:
    """Split the class, let each find something, and show it."""
    for side, element in (("plaintiff", "explicit-sanction"), ("officers", "implicit-sanction")):
        desk.locator(f"select[name={side}]").select_option(f"{ACT}:{element}")
    press(desk, "Split the class")
    for phone in every:
        phone.get_by_label("The switch").select_option(label="The football conversation")
        phone.get_by_label("The page").fill("430")
        press(phone, "I found this")
        expect(phone.get_by_text("It has arrived.")).to_be_visible()
    press(desk, "Show what each side found")
    expect(screen.get_by_role("row", name="The football conversation")).to_have_count(2)
    expect(screen.get_by_role("cell", name="open, leaning to Okin")).to_be_visible()


def test_a_class_votes_twice_sees_its_answers_and_the_board_and_ends(met: Class) -> None:
    desk, screen = met.desk(), met.screen()
    assert "#" not in desk.url
    every = [met.phone() for _ in range(5)]
    expect(screen.locator(".join .tally")).to_have_text("5 in the room")
    assert screen.evaluate(WAY_IN) == []
    ask(desk)
    for number, phone in enumerate(every):
        answer(phone, number % 2, f"Reason {number}")
    strip = screen.locator(".class-strip .tally")
    expect(strip).to_have_text("5 in the room, 5 answered")
    expect(screen.locator(".counts")).to_have_count(0)
    assert "Reason" not in screen.content()
    press(desk, "Close the vote")
    press(desk, "Vote again")
    for phone in every:
        expect(phone.get_by_role("heading", name="Once more")).to_be_visible()
        answer(phone, 1)
    press(desk, "Show the answers to all")
    second = screen.get_by_text("Second vote: 5 of 5 (100 %)").first
    expect(second).to_be_visible()
    expect(screen.locator(".who-moved")).to_have_text(
        re.compile("5 answered in both votes: 2 stayed, 3 moved")
    )
    expect(every[0].get_by_text("Second vote: 5 of 5 (100 %)").first).to_be_visible()
    desk.get_by_role("button", name="Put it on the screen").first.click()
    expect(screen.locator(".picked bdi")).to_have_text("Reason 0")
    press(desk, "Reveal on the board")
    expect(screen.locator("main [data-region=circuit]")).to_be_visible()
    expect(screen.locator("main [data-region=live]")).to_contain_text(
        "Without the football conversation"
    )
    desk.get_by_label("Follow the projected board").check(force=True)
    for phone in every:
        expect(phone.locator("#followed [data-region=live]")).to_contain_text(
            "Without the football conversation"
        )
    screen.get_by_role("radio", name="The record").check(force=True)
    expect(every[4].locator("#followed [data-region=live]")).not_to_contain_text("Without")
    look_for_both_sides(desk, screen, every)
    with desk.expect_download() as download:
        press(desk, "Download the counts as a table")
    table = Path(download.value.path()).read_text("utf-8")
    assert ",First vote," in table
    assert "Reason" not in table
    desk.get_by_text("End the class", exact=True).click()
    press(desk, "End it now")
    for phone in every:
        expect(phone.get_by_text("This class is over").first).to_be_visible()
    assert (
        desk.evaluate("Object.keys(sessionStorage).filter((key) => /class|ballots/.test(key))")
        == []
    )


def test_what_is_projected_holds_no_secret(met: Class) -> None:
    desk, screen = met.desk(), met.screen()
    ask(desk)
    secret = DESK.match(met.desk_address)[2]
    stored = "() => JSON.stringify([{...sessionStorage}, {...localStorage}, document.cookie])"
    expect(screen.get_by_text("Answer on your phone.")).to_be_visible()
    assert secret not in screen.content() + screen.evaluate(stored) + screen.url
    assert secret in desk.evaluate(stored)
    assert secret not in desk.content() + desk.url


def test_a_phone_that_was_away_comes_back_with_its_answer(met: Class) -> None:
    desk, phone = met.desk(), met.phone()
    ask(desk)
    answer(phone, 2, "as I said")
    phone.reload()
    form = phone.locator("form[data-act=answer]")
    expect(form.get_by_role("radio").nth(2)).to_be_checked()
    expect(form.get_by_role("textbox")).to_have_value("as I said")


def test_what_was_answered_while_the_network_was_lost_is_counted_once_it_is_back(
    met: Class,
) -> None:
    desk, phone = met.desk(), met.page("about:blank", viewport=NARROW)
    lines = []

    def joined(line: WebSocketRoute) -> None:
        server, lost = line.connect_to_server(), not lines
        lines.append(line)
        line.on_message(lambda frame: None if lost and '"answer"' in frame else server.send(frame))

    phone.route_web_socket(re.compile("/socket$"), joined)
    phone.goto(met.base)
    ask(desk)
    form = phone.locator("form[data-act=answer]")
    form.get_by_role("radio").nth(3).check()
    form.get_by_role("button").click()
    lines[0].close()
    expect(phone.get_by_text("Your answer has arrived. Until")).to_be_visible()
    expect(desk.locator(".now .tally")).to_have_text("1 of 1 have answered.")
    assert len(lines) == 2


@pytest.mark.long
def test_after_a_restart_of_the_server_the_class_goes_on(
    met: Class, serve: Callable[[int], Server]
) -> None:
    desk, screen, phone = met.desk(), met.screen(), met.phone()
    ask(desk)
    answer(phone, 1, "kept")
    expect(desk.locator(".now .tally")).to_have_text("1 of 1 have answered.")
    desk.wait_for_function("Object.keys(sessionStorage).some((key) => key.includes('ballots:'))")
    other = serve(int(met.base.split(":")[2].split("/")[0]))
    assert met.code not in other.url
    expect(desk.locator(".banner.stale")).to_have_count(0, timeout=30_000)
    expect(phone.locator(".banner.stale")).to_have_count(0, timeout=30_000)
    press(desk, "Close the vote")
    expect(phone.get_by_text("You answered:")).to_be_visible(timeout=30_000)
    press(desk, "Show the answers to all")
    expect(screen.get_by_text("1 of 1 (100 %)").first).to_be_visible(timeout=30_000)
    expect(desk.get_by_text("kept", exact=True)).to_be_visible()


@pytest.mark.long
def test_one_tap_takes_what_is_projected_to_a_board_of_ones_own_and_a_code_comes_back(
    met: Class,
) -> None:
    desk, screen, phone = met.desk(), met.screen(), met.phone()
    ask(desk)
    answer(phone, 1)
    press(desk, "Reveal on the board")
    with phone.context.expect_page() as opened:
        phone.get_by_role("link", name="Take what is projected").click()
    own = opened.value
    headline = "[data-region=live]"
    expect(own.locator(headline)).to_contain_text("Without the football conversation")
    link = own.url
    screen.get_by_role("radio", name="The record").check(force=True)
    expect(screen.locator(f"main {headline}")).not_to_contain_text("Without")
    desk.get_by_label("A student’s link or code").fill(link)
    press(desk, "Put it on the projected board")
    expect(screen.locator(f"main {headline}")).to_contain_text("Without the football conversation")
    assert phone.url == met.base


def test_a_question_of_ones_own_is_asked(met: Class) -> None:
    desk, phone = met.desk(), met.phone()
    desk.get_by_label("Your question").fill("<b>Which</b> wire moved?")
    desk.get_by_label("Answer 1").fill("the upper")
    desk.get_by_label("Answer 2").fill("the lower")
    desk.locator("form[data-act=pose] button").click()
    expect(phone.get_by_text("<b>Which</b> wire moved?")).to_be_visible()
    expect(phone.get_by_role("radio")).to_have_count(2)
    expect(desk.get_by_label("Your question")).to_have_value("")


def test_a_phone_answers_by_keyboard_alone(met: Class) -> None:
    desk, phone = met.desk(), met.phone()
    ask(desk)
    form = phone.locator("form[data-act=answer]")
    form.get_by_role("radio").first.focus()
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Tab")
    phone.keyboard.type("from the keyboard")
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("Your answer has arrived. Until")).to_be_visible()
    expect(form.get_by_role("radio").nth(1)).to_be_checked()


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_pages_are_sound_at_every_stage(met: Class, axe: Axe, scheme: str) -> None:
    desk, screen = met.desk(), met.screen()
    phone = met.phone(color_scheme=scheme)
    for page in (desk, screen):
        page.emulate_media(color_scheme=scheme)
    assert [fault for page in (desk, screen, phone) for fault in faults(page, axe)] == []
    ask(desk)
    answer(phone, 0, "a reason")
    assert [fault for page in (desk, screen, phone) for fault in faults(page, axe)] == []
    press(desk, "Show the answers to all")
    press(desk, "Put it on the screen")
    expect(screen.locator(".picked bdi")).to_be_visible()
    assert [fault for page in (desk, screen, phone) for fault in faults(page, axe)] == []
    press(desk, "Reveal on the board")
    desk.get_by_label("Follow the projected board").check(force=True)
    expect(phone.locator("#followed [data-region=circuit]")).to_be_visible()
    look_for_both_sides(desk, screen, [phone, met.phone()])
    assert [fault for page in (desk, screen, phone) for fault in faults(page, axe)] == []


def test_a_code_that_is_typed_leads_to_the_phones_page(met: Class, axe: Axe) -> None:
    page = met.page(met.base.rpartition("/")[0], viewport=NARROW)
    assert faults(page, axe) == []
    page.get_by_role("textbox").fill(met.code.lower())
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("heading", name=f"Class {met.code}")).to_be_visible()
