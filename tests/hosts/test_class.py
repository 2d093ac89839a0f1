"""A class over its sockets: all who enter are told the same, and no answer is lost."""

import asyncio
import re

import pytest

from okin_lib.files.link_code import encode
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.together.keys import LENGTH, LETTERS, Keys
from okin_lib.reasoning.scenario import scenario
from tests.hosts.class_client import CHOICES, QUESTION, OfClass, phones
from tests.hosts.conftest import Met
from tests.hosts.socket_client import Reader, run
from tests.lessons.together.classes import SPLIT

ACT = "03_act_or_omission"


def test_a_class_votes_twice_and_sees_what_came_of_it(met):
    async def meets() -> None:
        desk, screen, every = await OfClass.desk(met), await OfClass.screen(met), []
        every = await phones(met, 5)
        await screen.shows("class-strip", "5 in the room")
        await desk.does("ask", QUESTION)
        for number, phone in enumerate(every):
            await phone.shows("asked", 'data-id="q1.1"')
            await phone.answers("q1.1", CHOICES[number % 2], f"reason {number}")
            await phone.shows("live", "Your answer has arrived")
        await screen.shows("class-strip", "5 answered")
        assert "of 5" not in screen.shown["class-asked"]
        await desk.does("close-vote")
        await desk.shows("reasons", "reason 4")
        await desk.does("vote-again")
        for phone in every[:3]:
            await phone.shows("asked", 'data-id="q1.2"')
            await phone.answers("q1.2", CHOICES[1])
        await desk.shows("now", "<b>3</b> of 5 have answered in the second vote")
        await desk.does("show")
        await screen.shows("class-asked", "Second vote: 3 of 3 (100 %)")
        assert "First vote: 2 of 5 (40 %)" in screen.shown["class-asked"]
        assert "1 stayed, 2 moved" in screen.shown["class-asked"]
        await every[4].shows("shown", "Second vote: 3 of 3 (100 %)")
        await desk.does("pick", "q1.1.1")
        await screen.shows("class-asked", "reason 0")
        assert all("reason" not in phone.shown["shown"] for phone in every)
        await desk.does("end")
        await every[0].shows("live", "This class is over")
        await desk.until(lambda: desk.over)
        late = await OfClass.phone(met)
        assert "No class of this code" in late.waits

    run(meets())


def test_answers_that_come_together_are_each_counted(met):
    async def meets() -> None:
        desk, every = await OfClass.desk(met), await phones(met, 40)
        await desk.does("ask", QUESTION)
        await asyncio.gather(*(phone.shows("asked", "q1.1") for phone in every))
        answers = (p.answers("q1.1", CHOICES[n % 4]) for n, p in enumerate(every))
        await asyncio.gather(*answers)
        await desk.shows("now", "<b>40</b> of 40 have answered")
        await desk.does("close-vote")
        await desk.shows("now", "10 of 40 (25 %)")
        assert desk.shown["now"].count("10 of 40 (25 %)") == 8

    run(meets())


def test_a_phone_that_comes_again_is_the_same_and_keeps_its_answer(met):
    async def meets() -> None:
        desk, phone = await OfClass.desk(met), await OfClass.phone(met)
        await desk.does("ask", QUESTION)
        await phone.shows("asked", "q1.1")
        await phone.answers("q1.1", CHOICES[2], "as I said")
        await phone.shows("live", "has arrived")
        await phone.close()
        again = await OfClass.phone(met, phone.token)
        assert again.token == phone.token
        assert "data-answered" in again.shown["asked"]
        assert "as I said" in again.shown["asked"]
        await again.answers("q1.1", CHOICES[3])
        await again.pings()
        await desk.does("close-vote")
        await desk.shows("now", "1 of 1 (100 %)")
        assert "<b>1</b> of 1 have answered" in desk.shown["now"]

    run(meets())


def test_a_class_goes_on_in_another_process_from_what_its_desk_and_its_phones_kept(meeting):
    async def before(met: Met) -> tuple[dict, str]:
        desk, phone = await OfClass.desk(met), await OfClass.phone(met)
        await desk.does("ask", QUESTION)
        await phone.shows("asked", "q1.1")
        await phone.answers("q1.1", CHOICES[0], "kept")
        await desk.until(lambda: desk.keeps.get("ballots", {}).get("q1.1"))
        return desk.keeps, phone.token

    async def after(now: Met, then: Met, keeps: dict, token: str) -> None:
        phone = await OfClass.phone(now, token, then.code)
        assert "joins by itself" in phone.waits
        desk = await OfClass.desk(now, then.secret, keeps["outline"], then.code)
        await desk.until(lambda: any("wants" in frame for frame in desk.frames))
        for vote, its in keeps["ballots"].items():
            await desk.send({"ballots": vote, "of": its})
        await phone.until(lambda: phone.token)
        assert phone.token == token
        await phone.act({"kind": "hello"})
        await phone.shows("asked", "data-answered")
        await desk.does("show")
        await desk.shows("now", "1 of 1 (100 %)")
        assert "kept" in desk.shown["reasons"]

    then = meeting()
    keeps, token = run(before(then))
    run(after(meeting(), then, keeps, token))


def test_a_reveal_commits_what_most_chose_and_switches_the_board_that_leads(met):
    async def meets() -> None:
        desk, screen, phone = (
            await OfClass.desk(met),
            await OfClass.screen(met),
            await OfClass.phone(met),
        )
        board = await projected(met, ACT)
        await desk.does("ask", QUESTION)
        await desk.does("reveal")
        await desk.until(lambda: desk.errors)
        assert "Nobody has answered" in desk.errors.pop()
        await phone.shows("asked", "q1.1")
        await phone.answers("q1.1", CHOICES[1])
        await desk.does("reveal")
        await screen.until(lambda: {"turn": "circuit"} in screen.frames)
        found: dict[str, str] = {}
        while "Without the football conversation" not in found.get("live", ""):
            frame = await board.hears()
            found |= frame.get("message", {}).get("regions", {})
        await screen.until(lambda: "hidden" in screen.shown["class-asked"])
        await desk.until(lambda: "Reveal on the board" not in desk.shown["now"])

    run(meets())


def test_a_reveal_with_no_page_projected_says_so_and_changes_nothing(met):
    async def meets() -> None:
        desk = await OfClass.desk(met)
        await desk.does("ask", QUESTION)
        await desk.does("reveal")
        await desk.until(lambda: desk.errors)
        assert "No projected page" in desk.errors[0]
        await desk.pings()
        assert "Reveal on the board" in desk.shown["now"]

    run(meets())


async def projected(met: Met, notebook: str = "10_whole_board", screen: str = "a") -> Reader:
    """Return the lessons of a page that is projected."""
    page = await Reader.of(met.port, f"class/{met.code}/lessons/{screen * 16}")
    await page.send({"open": {"query": "", "states": {}}})
    assert await page.hears() == {"opened": True}
    await page.tell(notebook, "board", {"kind": "hello"})
    await page.hears()
    return page


def test_phones_that_follow_are_shown_each_step_of_the_board_that_leads(met):
    async def meets() -> None:
        desk, (phone, late) = await OfClass.desk(met), await phones(met, 2)
        board = await projected(met)
        await phone.shows("their-board", "Take what is projected")
        await desk.does("mode", "follow")
        await phone.until(lambda: phone.board)
        assert phone.board.keys() == {"bar", "live", "strip", "circuit", "why"}
        off = {"toggle": "football-talk", "value": False}
        await board.tell("10_whole_board", "board", {"kind": "event", "seq": 1, "event": off})
        said = "Without the football conversation"
        for each in (phone, late):
            await each.until(lambda each=each: said in each.board.get("live", ""))
            await each.shows("their-board", "../10_whole_board?s=")
        after = await OfClass.phone(met)
        await after.until(lambda: said in after.board.get("live", ""))
        await desk.does("mode", "explore")
        await phone.until(lambda: not phone.board)

    run(meets())


def test_a_board_that_a_prediction_closes_is_not_given_away_to_who_follows(met):
    async def meets() -> None:
        desk, phone = await OfClass.desk(met), await OfClass.phone(met)
        await projected(met, ACT)
        await desk.does("mode", "follow")
        await phone.shows("their-board", "Below is the board")
        await phone.pings()
        assert not phone.board
        assert "Take what is projected" not in phone.shown["their-board"]

    run(meets())


def test_a_students_code_is_put_on_the_board_that_leads(met, case):
    code = encode(case, scenario(case, ["football-talk"]))

    async def meets() -> None:
        desk, screen = await OfClass.desk(met), await OfClass.screen(met)
        await desk.does("code", "now", {"code": code})
        await desk.until(lambda: desk.errors)
        assert "No projected page" in desk.errors.pop()
        board = await projected(met)
        await desk.does("code", "now", {"code": "no code"})
        await desk.until(lambda: desk.errors)
        assert "Nothing was opened" in desk.errors.pop()
        await desk.does("ask", QUESTION)
        await screen.shows("class-asked", "Answer on your phone")
        await desk.does("code", "now", {"code": f"http://localhost/?s={code}"})
        await screen.until(lambda: {"turn": "circuit"} in screen.frames)
        await screen.until(lambda: "hidden" in screen.shown["class-asked"])
        found: dict[str, str] = {}
        while "Without the football conversation" not in found.get("live", ""):
            found |= (await board.hears()).get("message", {}).get("regions", {})

    run(meets())


def test_two_sides_find_what_moves_an_element_and_the_screen_has_it_together(met):
    async def meets() -> None:
        desk, screen, every = await OfClass.desk(met), await OfClass.screen(met), []
        every = await phones(met, 4)
        await desk.does("split", "now", SPLIT)
        for phone in every:
            await phone.shows("sides", "You argue for")
            await phone.does("found", ACT, {"switch": "football", "page": "430"})
            await phone.shows("sides", "It has arrived")
        await screen.until(
            lambda: screen.shown["class-asked"].count("2 look, 2 found something") == 2
        )
        await desk.does("show-sides")
        await screen.shows("class-asked", "The football conversation")
        await every[0].shows("sides", "on the screen")
        await desk.does("one-class")
        await every[0].until(lambda: "hidden" in every[0].shown["sides"])

    run(meets())


def test_of_two_projected_pages_whoever_teaches_says_which_leads(met):
    async def meets() -> None:
        desk = await OfClass.desk(met)
        first = await projected(met)
        await projected(met, screen="b")
        await desk.shows("room", "Page 1 leads")
        await first.close()
        await desk.shows("room", "1 pages are open as projected")
        assert "leads</button>" not in desk.shown["room"]
        await desk.does("lead", "1")
        await desk.until(lambda: "pages are open" not in desk.shown["room"])

    run(meets())


def test_the_pages_have_no_secret_and_no_cookie(met):
    for path in ("", "/desk", f"/screen/{ACT}"):
        answer = met.ask(f"/class/{met.code}{path}")
        assert answer.status == 200
        assert met.secret not in answer.text
        assert answer.headers.get_all("Set-Cookie") is None
        assert answer.headers["Cache-Control"] == "no-store"
        assert met.ask(f"/class/{met.code}{path}", "HEAD").status == 200
    assert met.started == []


@pytest.mark.parametrize(
    ("asked", "to"),
    [("bcd fhj", "BCDFHJ"), ("BCDFHJ", "BCDFHJ"), ("bcd", None), ("<script>", None)],
)
def test_a_code_that_is_typed_leads_to_its_class(met, asked, to):
    answer = met.ask(f"/class?code={asked.replace(' ', '%20')}")
    assert answer.headers["Location"] == (to and f"/class/{to}")
    assert "<script>" not in answer.text


def test_nothing_of_voila_that_starts_a_kernel_is_there(met):
    for path in ("/voila/render/10_whole_board.ipynb", "/voila/api/kernels/x", "/api/kernels/x"):
        assert met.ask(path).status == 404
    assert met.ask(f"/{ACT}").status == 200
    assert 'href="/class"' in met.ask("/").text


@pytest.mark.parametrize("path", ["/class", "/class/BCDFHJ", "/class/BCDFHJ/desk"])
def test_without_the_option_no_class_meets(held, path):
    assert held.ask(path).status == 404


@pytest.mark.parametrize("path", ["/class/abc", "/class/AEIOUY", "/class/BCDFHJ/screen/none"])
def test_what_is_no_class_is_not_there(met, path):
    assert met.ask(path).status == 404


def test_under_a_prefix_every_address_keeps_it(serving):
    with serving(Options(base_url="/course", shared=True, together=True)) as served:
        page = served.ask("/course/class/BCDFHJ").text
    assert 'data-socket="/course/class/BCDFHJ/socket"' in page
    assert not re.findall(r'(?:href|src)="/(?!course/)', page)


def test_a_code_is_of_its_secret_alone_and_so_are_its_tokens():
    keys, others = Keys.fresh(), Keys.fresh()
    assert re.fullmatch(f"[{LETTERS}]{{{LENGTH}}}", keys.code)
    assert Keys.of(keys.secret) == keys
    assert (keys.opens(keys.secret), keys.opens(others.secret), keys.opens("")) == (True, 0, 0)
    token = keys.token()
    assert keys.phone(token) == Keys.of(keys.secret).phone(token)
    for forged in ("", token[:-1], token[1:], others.token(), "x", f"{token}0", "\ud800"):
        assert keys.phone(forged) is None
    assert token.split(".")[0] not in keys.phone(token)
