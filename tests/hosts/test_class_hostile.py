"""What hostile phones can do to a class: be refused, or be one phone among others."""

import asyncio
from datetime import UTC, datetime

import pytest

from okin_lib.hosts.together import classes
from okin_lib.hosts.together.keys import Keys
from okin_lib.lessons.together.kept_class import outline
from tests.hosts.class_client import CHOICES, QUESTION, OfClass, phones
from tests.hosts.markup import SCRIPT
from tests.hosts.socket_client import Reader, run
from tests.lessons.together.classes import EMPTY

JUST_NOW = datetime.now(UTC).isoformat()
HELLO = {"message": {"kind": "hello"}}
FRAMES = [
    "",
    "{",
    "null",
    {},
    {"as": "instructor"},
    {"as": "phone"},
    {"as": "phone", "token": 1},
    {"as": "phone", "token": "", "more": 1},
    {"as": "desk", "secret": ""},
    {"as": "screen", "secret": "x"},
    {"as": ["desk"], "secret": "", "kept": None},
    HELLO,
    {"ballots": "q1.1", "of": {}},
    {"open": {"query": "", "states": {}}},
]


@pytest.fixture(scope="module")
def one(meeting):
    return meeting()


@pytest.mark.parametrize("frame", FRAMES, ids=range(len(FRAMES)))
def test_a_frame_that_no_page_begins_with_is_refused_in_words(one, frame):
    async def refused() -> None:
        page = await Reader.of(one.port, f"class/{one.code}/socket")
        await page.send(frame)
        assert (await page.hears())["refused"].startswith("Frame refused: ")

    run(refused())


@pytest.mark.parametrize("secret", ["", "x", "\ud800", "x" * 10_000, SCRIPT])
def test_who_has_not_the_secret_does_not_lead(one, secret):
    async def leads() -> str:
        return (await OfClass.desk(one, secret)).waits

    assert "does not lead this class" in run(leads())


FORGED = [
    {"message": {"kind": "event", "seq": 1, "event": {"ask": QUESTION}}},
    {"message": {"kind": "event", "seq": 1, "event": {"show": "now"}}},
    {"message": {"kind": "event", "seq": 1, "event": {"end": "now"}}},
    {"message": {"kind": "event", "seq": 1, "event": {"pick": "q1.1.1"}}},
    {"message": {"kind": "file", "seq": 1, "name": "class.csv", "fields": {}}},
    {"message": {"kind": "keeping", "do": "delete"}},
    {"message": {"kind": "execute"}},
    {"ballots": "q1.1", "of": {}},
    {"as": "desk", "secret": "x", "kept": None},
    {"as": "phone", "token": ""},
]


@pytest.mark.parametrize("greeting", [{"as": "phone", "token": ""}, {"as": "screen"}], ids=str)
@pytest.mark.parametrize("frame", FORGED, ids=range(len(FORGED)))
def test_a_phone_and_a_screen_do_nothing_that_is_for_the_desk(one, greeting, frame):
    async def answer() -> None:
        page = await OfClass.entered(one, **greeting)
        before = dict(page.shown)
        await page.send(frame)
        said = await page.hears()
        while "regions" in said.get("message", {}):  # who else came
            said = await page.hears()
        assert "refused" in said or said["message"]["kind"] == "error"
        await page.pings()
        assert page.shown.keys() == before.keys()

    run(answer())


def test_a_thousand_answers_of_one_phone_are_one_and_end_its_socket(met):
    async def floods() -> None:
        desk, (hostile, fair) = await OfClass.desk(met), await phones(met, 2)
        await desk.does("ask", QUESTION)
        for phone in (hostile, fair):
            await phone.shows("asked", "q1.1")
        await fair.answers("q1.1", CHOICES[0])
        for number in range(1_000):
            await hostile.answers("q1.1", CHOICES[number % 4])
        await hostile.hears_all()
        await desk.does("close-vote")
        await desk.shows("now", "<b>2</b> of 2 have answered")

    run(floods())


def test_an_answer_to_another_vote_or_class_is_not_counted(met):
    async def answers() -> None:
        desk, phone = await OfClass.desk(met), await OfClass.phone(met)
        await desk.does("ask", QUESTION)
        await phone.shows("asked", "q1.1")
        for vote in ("q2.1", "q1.2", "", SCRIPT, "class"):
            await phone.answers(vote, CHOICES[0])
        await phone.answers("q1.1", SCRIPT)
        await phone.until(lambda: len(phone.errors) == 6)
        other = await OfClass.phone(met, phone.token, "BCDFHJ")
        assert "No class of this code" in other.waits
        await desk.does("close-vote")
        await desk.shows("now", "<b>0</b> of 1 have answered")

    run(answers())


def test_a_token_that_was_not_given_here_is_no_other_phone(met):
    async def comes() -> None:
        phone = await OfClass.phone(met)
        forged = await OfClass.phone(met, phone.token[:-1] + "0" + SCRIPT)
        assert forged.token not in {phone.token, ""}

    run(comes())


def test_a_reason_is_text_and_shown_to_no_one_until_it_is_picked(met):
    async def says() -> None:
        desk, screen = await OfClass.desk(met), await OfClass.screen(met)
        hostile, other = await phones(met, 2)
        await desk.does("ask", QUESTION)
        await hostile.shows("asked", "q1.1")
        await hostile.answers("q1.1", CHOICES[0], f"I am A. Student {SCRIPT}")
        await hostile.shows("live", "has arrived")
        await desk.does("show")
        await desk.shows("reasons", "I am A. Student")
        await screen.shows("class-asked", "1 of 1 (100 %)")
        await other.shows("shown", "1 of 1 (100 %)")
        assert "A. Student" not in screen.shown["class-asked"] + "".join(other.shown.values())
        await desk.does("pick", "q1.1.1")
        await screen.shows("class-asked", "A. Student")
        for html in (screen.shown["class-asked"], desk.shown["reasons"]):
            assert "<script>" not in html
            assert "<img" not in html

    run(says())


def test_a_class_of_another_code_is_not_made_from_what_was_made_up(met):
    """Neither under the code of another, nor where its secret makes no such code."""
    other = Keys.fresh()

    async def comes(secret: str, code: str, kept: object) -> str:
        return (await OfClass.desk(met, secret, kept, code)).waits

    room = {**outline(EMPTY), "code": other.code}
    for secret, code, kept in (
        (other.secret, other.code, None),
        (other.secret, other.code, room),  # it began long ago, and so it is over
        ("x", other.code, {**room, "begun": JUST_NOW}),
        (other.secret, other.code, {**room, "begun": "2999-01-05T09:00:00+00:00"}),
        (other.secret, other.code, {**room, "code": met.code}),
        (other.secret, met.code, room),
    ):
        assert "does not lead" in run(comes(secret, code, kept))


def test_only_one_class_of_another_process_is_taken_up(met):
    async def comes(keys: Keys) -> str:
        kept = {**outline(EMPTY), "code": keys.code, "begun": JUST_NOW}
        return (await OfClass.desk(met, keys.secret, kept, keys.code)).waits

    assert run(comes(Keys.fresh())) == ""
    assert "does not lead" in run(comes(Keys.fresh()))


def test_secrets_are_tried_no_faster_than_a_bucket_allows(met, monkeypatch):
    tried = []
    made = Keys.of
    monkeypatch.setattr(
        classes.Keys, "of", staticmethod(lambda secret: tried.append(secret) or made("another"))
    )

    async def comes(number: int) -> str:
        kept = {**outline(EMPTY), "begun": JUST_NOW}
        return (await OfClass.desk(met, f"guess {number}", kept, EMPTY.code)).waits

    async def all_of_them() -> list[str]:
        return await asyncio.gather(*(comes(number) for number in range(40)))

    assert all("does not lead" in said for said in run(all_of_them()))
    assert len(tried) < 40


def test_a_full_class_says_so_to_one_more(met, monkeypatch):
    from okin_lib.lessons.together import classroom

    monkeypatch.setattr(classroom, "MOST_PHONES", 2)

    async def comes() -> str:
        await phones(met, 2)
        return (await OfClass.phone(met)).waits

    assert "is full" in run(comes())


def test_ballots_of_nobody_are_refused(met):
    async def comes() -> None:
        desk = await OfClass.desk(met)
        await desk.does("ask", QUESTION)
        for ballots in ([], {"p": ["no-such", ""]}, {"p": ["fails", "x" * 9_000]}):
            await desk.send({"ballots": "q1.1", "of": ballots})
        await desk.until(lambda: sum("refused" in frame for frame in desk.frames) == 3)
        await desk.does("close-vote")
        await desk.shows("now", "<b>0</b> of 0 have answered")

    run(comes())
