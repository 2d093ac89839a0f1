"""How a class is come to, and how it ends: with no server, and no waiting."""

from datetime import UTC, datetime, timedelta

import pytest
from attrs import evolve
from click.testing import CliRunner
from markupsafe import Markup

from okin_lib.cli import main
from okin_lib.hosts import serve
from okin_lib.hosts.server import class_way
from okin_lib.hosts.server.class_way import ClassWay
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.together.classes import Classes
from okin_lib.hosts.together.entered import WayIn
from okin_lib.hosts.together.entrance import Entrance
from okin_lib.hosts.together.keys import Keys
from okin_lib.lessons.together.classroom import LASTS

KEYS = Keys.fresh()
WAY = WayIn("http://10.0.0.7:8866/class/BCDFHJ", Markup(""))


class Clock:
    """What is to be done later, done when a test says so."""

    def __init__(self) -> None:
        self.waiting: list = []

    def later(self, seconds: float, act: object) -> None:
        self.waiting.append((seconds, act))

    def passes(self, seconds: float) -> None:
        """Do what was to be done within so many seconds, and what that leads to."""
        while due := [each for each in self.waiting if each[0] <= seconds]:
            self.waiting = [each for each in self.waiting if each not in due]
            for _, act in due:
                act()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def classes(clock: Clock) -> Classes:
    return Classes(lambda _code: WAY, clock.later, lambda: None, KEYS)


def entered(classes: Classes, **greeting: object) -> tuple[Entrance, list]:
    sent: list = []
    page = Entrance(classes, KEYS.code, sent.append)
    page.receive(greeting)
    page.receive({"message": {"kind": "hello"}})
    return page, sent


def regions(sent: list) -> dict[str, str]:
    found: dict[str, str] = {}
    for frame in sent:
        found |= frame.get("message", {}).get("regions", {})
    return found


def test_a_class_ends_after_three_hours_and_nothing_of_it_is_held(classes, clock):
    _, phone = entered(classes, **{"as": "phone", "token": ""})
    _, desk = entered(classes, **{"as": "desk", "secret": KEYS.secret, "kept": None})
    held = classes.held(KEYS.code)
    assert max(seconds for seconds, _ in clock.waiting) == pytest.approx(10_800, abs=60)
    held.room = evolve(held.room, begun=datetime.now(UTC) - LASTS)
    assert classes.held(KEYS.code) is None
    clock.passes(11_000)
    assert "This class is over" in regions(phone)["live"]
    assert {"keep": None} in desk
    _, late = entered_anew(classes)
    assert "No class of this code" in late[0]["waits"]


def entered_anew(classes: Classes) -> tuple[Entrance, list]:
    sent: list = []
    page = Entrance(classes, KEYS.code, sent.append)
    page.receive({"as": "phone", "token": ""})
    return page, sent


def test_a_message_to_a_class_whose_time_is_up_ends_it(classes, clock):
    page, desk = entered(classes, **{"as": "desk", "secret": KEYS.secret, "kept": None})
    held = classes.held(KEYS.code)
    held.room = evolve(held.room, begun=datetime.now(UTC) - LASTS - timedelta(seconds=1))
    event = {"pose": "own", "value": {"question": "Q", "option-1": "a", "option-2": "b"}}
    page.receive({"message": {"kind": "event", "seq": 1, "event": event}})
    assert desk[-1]["message"]["message"] == "this class is over"
    clock.passes(1)
    assert "This class is over" in regions(desk)["room"]


def test_a_page_that_leaves_is_no_longer_told_and_no_longer_counted(classes, clock):
    page, sent = entered(classes, **{"as": "phone", "token": ""})
    _, shown = entered(classes, **{"as": "screen"})
    clock.passes(1)
    assert "1 in the room" in regions(shown)["class-strip"]
    before = len(sent)
    page.leave()
    page.leave()
    clock.passes(1)
    assert "0 in the room" in regions(shown)["class-strip"]
    assert len(sent) == before


def test_a_phone_that_waits_and_leaves_is_forgotten(classes):
    sent: list = []
    page = Entrance(classes, "BCDFHJ", sent.append)
    page.receive({"as": "phone", "token": ""})
    assert sent[0]["waits"]
    assert classes._waiting
    page.leave()
    assert not classes._waiting


@pytest.mark.parametrize(
    ("options", "own", "phones"),
    [
        (Options(ip="0.0.0.0", together=True), "192.168.1.20", "http://192.168.1.20:8866/class/"),
        (Options(ip="10.0.0.7", together=True), "", "http://10.0.0.7:8866/class/"),
        (
            Options(origins=["https://okin.example.edu"], base_url="x", together=True),
            "192.168.1.20",
            "https://okin.example.edu/x/class/",
        ),
    ],
)
def test_phones_are_sent_to_where_they_find_the_server(monkeypatch, options, own, phones):
    monkeypatch.setattr(class_way, "own_address", lambda _ip: own)
    way = ClassWay(options, lambda: 8866)
    assert way("BCDFHJ").address == f"{phones}BCDFHJ"
    assert way("BCDFHJ").qr.startswith("<svg")
    said = way.invitation()
    assert f"{phones}{way.keys.code}" in said
    assert f"/{way.keys.code}/desk#{way.keys.secret} in a browser" in said


def test_a_machine_without_a_network_says_so(monkeypatch):
    monkeypatch.setattr(class_way, "own_address", lambda _ip: "")
    said = ClassWay(Options(ip="0.0.0.0", together=True), lambda: 1).invitation()
    assert "has no network" in said


def test_in_a_terminal_the_address_stands_as_a_qr_code_too(monkeypatch):
    monkeypatch.setattr(class_way.sys.stdout, "isatty", lambda: True, raising=False)
    assert "\u2580" in ClassWay(Options(together=True), lambda: 1).invitation()


def test_that_a_phone_has_come_is_said_once_and_not_whose(capsys):
    way = ClassWay(Options(together=True), lambda: 1)
    way.arrived()
    way.arrived()
    assert capsys.readouterr().out == "A phone has arrived.\n"


@pytest.mark.parametrize(
    ("given", "ip"),
    [
        (["serve", "--class"], "0.0.0.0"),
        (["serve", "--class", "--ip", "10.0.0.7"], "10.0.0.7"),
        (["serve"], None),
    ],
)
def test_a_class_listens_for_all_unless_it_is_told_otherwise(monkeypatch, given, ip):
    asked = {}
    monkeypatch.setattr(serve, "serve", lambda _folder, **options: asked.update(options))
    assert CliRunner().invoke(main, given).exit_code == 0
    assert asked.get("ip") == ip
    assert asked["together"] is ("--class" in given)
