"""Who asks for the notes for whoever teaches gets them, by address or variable; no one else."""

import os
from unittest.mock import patch

import pytest
from attrs import evolve

from okin_lib.course.teaching.data import Teaching
from okin_lib.hosts import instructor, jupyter, offline
from okin_lib.hosts.instructor import VARIABLE, is_shown
from okin_lib.hosts.query import fields
from okin_lib.hosts.serve import notebooks
from okin_lib.hosts.server import notes as notes_page
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.teaching import REGION
from tests.hosts.conftest import BOARD
from tests.hosts.markup import SCRIPT, elements

NAME = "03_act_or_omission"
ASKED = f"/{instructor.address(NAME)}"
NOTE = load_case().study(Teaching).note_of(NAME)


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.mark.parametrize("query", ["", "instructor", "instructor=", "instructor=0", "s=1"])
def test_no_other_address_asks_for_them(query):
    assert not is_shown(fields(query))


@pytest.mark.parametrize("query", ["instructor=2&instructor=1", "&".join(["a=1"] * 30)])
def test_nor_does_one_that_says_it_twice_or_says_too_much(query):
    assert not is_shown(fields(query))


def test_the_address_asks_for_them_and_so_does_the_variable(monkeypatch):
    assert is_shown(fields("s=abc&instructor=1"))
    monkeypatch.setenv(VARIABLE, "1")
    assert is_shown(fields(""))
    monkeypatch.setenv(VARIABLE, "yes")
    assert not is_shown(fields(""))


def test_the_window_apart_has_every_part_of_the_note_and_is_a_page_of_ours(served):
    answer = served.ask(ASKED)
    assert answer.status == 200
    for text in (NOTE.project, NOTE.toggles[0], NOTE.prompts[0], NOTE.cold_calls[0]):
        assert text.replace('"', "&#34;").replace("'", "&#39;") in answer.text
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert "<script" not in answer.text.replace("<script async", "", 1)
    assert "quick-exit" in answer.text


@pytest.mark.parametrize(
    "address",
    [f"/notes/{NAME}", f"/notes/{NAME}?instructor=0", "/notes/nothing?instructor=1", "/notes/"],
)
def test_it_is_not_there_for_who_does_not_ask_and_of_what_has_none(served, address):
    answer = served.ask(address)
    assert answer.status == 404
    assert NOTE.project not in answer.text


@pytest.mark.parametrize("place", ["title", "question", "about"])
def test_no_text_of_the_notes_becomes_markup(served, place):
    found = notes_page.notes(NAME)
    with patch.object(notes_page, "notes", lambda _: evolve(found, **{place: SCRIPT})):
        hostile = served.ask(ASKED).text
    assert elements(hostile) == elements(served.ask(ASKED).text)


def test_a_robot_is_asked_to_leave_them(served):
    assert "Disallow: /notes/" in served.ask("/robots.txt").text


def test_the_list_and_a_notebooks_page_say_nothing_of_them(served):
    for address in ("/", f"/{BOARD}"):
        text = served.ask(address).text
        assert "instructor=1" not in text
        assert NOTE.project not in text


@pytest.mark.parametrize(("query", "shown"), [("", False), ("instructor=1", True)])
def test_a_kernel_shows_them_where_its_page_was_asked_for_so(query, shown):
    jupyter._session.cache_clear()
    with patch.dict(os.environ, QUERY_STRING=query):
        session = jupyter._session(NAME)
    jupyter._session.cache_clear()
    assert (REGION in session.regions("recall")) is shown


def test_an_exported_page_never_has_them(monkeypatch):
    monkeypatch.setenv(VARIABLE, "1")
    page = offline.page(notebooks() / f"{NAME}.ipynb")
    assert NOTE.project not in page
    assert REGION not in elements(page)
