"""The lessons of many pages in one process, over sockets: the same as in one's own, and apart."""

from random import Random

import pytest

from okin_lib.files.link_code import encode
from okin_lib.hosts.shared.begun import begun
from okin_lib.lessons.library import plans
from okin_lib.reasoning.scenario import scenario
from scripts.walks import events, opening
from tests.hosts.socket_client import BOARD, Mirror, Reader, greeted, run, told

LESSONS = [plan.id for plan in plans()]
STEPS = 10
OF_THE_LAST_ACT = {"live", "share", "case-file"}
"""What tells of an act, and what is drawn of one address: no lesson keeps them."""


async def walked(reader: Reader, mirror: Mirror, seed: int) -> None:
    """Do at random what the controls that show let a learner do."""
    random = Random(seed)
    for step in range(STEPS):
        can = events(mirror.shown, random)
        can.pop("draw", None)
        act = random.choice(sorted(can))
        event = random.choice(can[act] if step else opening(can) or can[act])
        part = random.choice([*mirror.parts])
        await told(reader, mirror, part, {"kind": "event", "seq": step, "event": event})


async def regions_of(reader: Reader, mirror: Mirror) -> dict[str, str]:
    """Say hello as each part; return all that the page shows then."""
    shown: dict[str, str] = {}
    for part in mirror.parts:
        await reader.tell(mirror.lesson, part, {"kind": "hello"})
        while (message := (await reader.hears())["message"])["kind"] != "regions":
            assert message["kind"] == "keeping"
        shown |= message["regions"]
        assert (await reader.hears())["message"]["kind"] == "keeping"
    return shown


@pytest.mark.parametrize("lesson", LESSONS)
def test_walks_show_the_same_as_in_ones_own_process_and_go_on_after_a_restart(held, lesson):
    async def walk() -> None:
        for seed in range(2):
            mirror = Mirror(lesson)
            reader = await Reader.opened(held.port)
            await greeted(reader, mirror)
            await walked(reader, mirror, seed)
            await reader.close()
            begun.cache_clear()  # as in a process that has just begun
            states = mirror.states()
            assert states
            again = await Reader.opened(held.port, "s=of-another-link", states)
            shown = await regions_of(again, mirror)
            await again.close()
            differ = {key for key, html in mirror.shown.items() if shown[key] != html}
            assert differ <= OF_THE_LAST_ACT

    run(walk())


def test_a_link_opens_what_it_supposes_and_the_page_comes_with_the_same_regions(held, case):
    code = encode(case, scenario(case, ["football-talk"]))

    async def regions(query: str) -> dict[str, str]:
        reader = await Reader.opened(held.port, query)
        await reader.tell(BOARD, "board", {"kind": "hello"})
        return (await reader.hears())["message"]["regions"]

    record, linked = run(regions("")), run(regions(f"s={code}"))
    assert record.keys() == linked.keys()
    assert "Without the football conversation" in linked["live"]
    html = held.ask(f"/{BOARD}?s={code}").text
    assert all(each in html for each in record.values())


def test_the_notes_for_whoever_teaches_are_on_the_page_and_come_over_the_socket(held):
    async def notes(query: str) -> bool:
        reader = await Reader.opened(held.port, query)
        await reader.tell("03_act_or_omission", "recall", {"kind": "hello"})
        found = (await reader.hears())["message"]["regions"]
        return any("notes/03_act_or_omission" in html for html in found.values())

    for query in ("", "instructor=1"):
        page = held.ask(f"/03_act_or_omission?{query}").text
        assert ("notes/03_act_or_omission" in page) is run(notes(query)) is bool(query)


def test_a_state_that_is_none_is_said_and_the_lesson_begins(held):
    async def hears() -> list[object]:
        reader = await Reader.opened(held.port, "", {BOARD: {"version": 1}})
        await reader.tell(BOARD, "board", {"kind": "hello"})
        return [(await reader.hears())["message"] for _ in range(3)]

    error, shown, asked = run(hears())
    assert (error["kind"], shown["regions"].keys() >= {"live"}) == ("error", True)
    assert "cannot be taken up" in error["message"]
    assert asked["asks"] is True
