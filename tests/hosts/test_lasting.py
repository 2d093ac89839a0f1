"""What a learner does lasts: in a file of their own, or in their browser; without either here."""

import json
import os
from stat import S_IMODE

import pytest

from okin_lib.hosts import jupyter, lasting
from okin_lib.hosts.kept_file import LARGEST, KeptFile, NotKept
from okin_lib.hosts.lasting import InBrowser, InFolder
from okin_lib.hosts.messages import check
from okin_lib.hosts.session import Session
from okin_lib.lessons.kept import kept
from okin_lib.lessons.library import start
from okin_lib.lessons.taken_up import Address

LESSON, WHOLE = "03_act_or_omission", "10_whole_board"
COMMIT = {"commit": "without-football", "value": {"choice": "fails", "because": "<b>so</b>"}}
WRITE = {"write": "exit", "value": "Two lines"}
FILE = f".okin/{LESSON}.json"


class Kernel:
    """A session of the lesson, with two parts of it on a page, and what they were told."""

    def __init__(self, keeping):
        self.session = Session(start(LESSON), keeping)
        self.told = []
        self.pages = [self.session.join(part, self._take) for part in ("predict", "exit")]

    def _take(self, message):
        if message["kind"] in ("keeping", "error"):
            self.told.append(message)

    def opened(self):
        for page in self.pages:
            page({"kind": "hello"})
        return self

    def does(self, event, page=0):
        self.pages[page]({"kind": "event", "seq": 1, "event": event})
        return self

    def says(self, **what):
        self.pages[0]({"kind": "keeping", **what})
        return self

    @property
    def said(self):
        return self.told[-1]["folder"]["said"]

    @property
    def may(self):
        return list(self.told[-1]["folder"]["may"])


@pytest.fixture
def kernel(tmp_path):
    """Return a new kernel with a notebook in the folder."""
    return lambda: Kernel(InFolder(Address(LESSON), KeptFile(tmp_path, LESSON)))


@pytest.fixture
def file(tmp_path):
    return tmp_path / FILE


def test_nothing_is_read_or_written_where_the_notebook_is_only_run(kernel, file):
    kernel()
    assert not file.parent.exists()
    kernel().opened()
    assert not file.parent.exists()


def test_each_act_is_kept_and_a_new_kernel_is_where_the_last_was(kernel, file):
    first = kernel().opened()
    assert first.said == lasting.NOTHING.format(path=FILE)
    first.does(COMMIT).does(WRITE, 1)
    assert first.said == lasting.KEPT.format(path=FILE)
    assert len(first.told) == 3  # for each page, and once that it is kept
    assert S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [each.name for each in file.parent.iterdir()] == [file.name]
    again = kernel().opened()
    assert again.said == lasting.TAKEN.format(path=FILE)
    assert not again.told[-1]["folder"]["warns"]
    assert again.session.lesson.prediction.because == "<b>so</b>"
    assert again.session.lesson.leaving.text == "Two lines"
    again.does({"write": "exit", "value": "Three"})
    assert json.loads(file.read_text())["members"]["leaving"]["text"] == "Three"


def test_the_later_of_two_kernels_is_told_and_neither_loses_anything(kernel, file):
    one, other = kernel().opened(), kernel().opened()
    one.does(COMMIT)
    before = file.read_bytes()
    other.does(WRITE)
    assert other.said == lasting.ELSEWHERE.format(path=FILE)
    assert other.told[-1]["folder"]["warns"]
    other.does({"write": "exit", "value": "More"})
    assert file.read_bytes() == before
    assert other.session.lesson.leaving.text == "More"
    other.says(do="keep")
    assert json.loads(file.read_text())["members"]["leaving"]["text"] == "More"
    one.does(WRITE)
    assert one.said == lasting.ELSEWHERE.format(path=FILE)


def test_one_act_deletes_it_and_nothing_is_kept_until_that_is_asked_for(kernel, file):
    at = kernel().opened().does(COMMIT).says(do="delete")
    assert (at.said, at.may) == (lasting.DELETED, ["keep"])
    at.does(WRITE)
    assert not file.parent.exists()
    assert kernel().opened().said == lasting.NOTHING.format(path=FILE)
    at.says(do="keep")
    assert json.loads(file.read_text()) == kept(at.session.lesson)
    assert (at.said, at.may) == (lasting.KEPT.format(path=FILE), ["delete"])


@pytest.mark.parametrize(
    "content", ["", "no JSON", "[" * 10**5, '"' + "x" * 2 * LARGEST, "{}", "3"]
)
def test_what_is_no_kept_lesson_is_said_and_left_as_it_is(kernel, file, content):
    file.parent.mkdir()
    file.write_text(content)
    at = kernel().opened()
    if not content:
        assert at.said == lasting.NOTHING.format(path=FILE)
        return
    assert "This cannot be taken up" in at.said
    assert at.may == ["delete"]
    assert at.told[-1]["folder"]["warns"]
    assert at.session.lesson == start(LESSON)
    at.does(COMMIT)
    assert file.read_text() == content
    assert at.says(do="delete").said == lasting.DELETED


def test_what_is_written_in_any_script_is_as_long_as_its_letters(tmp_path):
    """What a page may send can be kept, and is known again."""
    state = {"text": "Ж" * 90_000}
    assert check({"kind": "keeping", "state": state})
    file = KeptFile(tmp_path, LESSON)
    file.write(state)
    assert KeptFile(tmp_path, LESSON).read() == state
    file.write({"text": "since"})
    with pytest.raises(NotKept, match="larger"):
        file.write({"text": "x" * LARGEST})


@pytest.mark.parametrize("link", [".okin", FILE])
def test_no_link_is_followed(kernel, file, tmp_path, link):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / file.name).write_text("theirs")
    if link == FILE:
        file.parent.mkdir()
    target = elsewhere / file.name if link == FILE else elsewhere
    (tmp_path / link).symlink_to(target)
    at = kernel().opened()
    assert "is a link" in at.said
    assert at.told[-1]["folder"]["warns"]
    at.does(COMMIT).says(do="keep").says(do="delete")
    assert "is a link" in at.said
    assert (elsewhere / file.name).read_text() == "theirs"
    assert [each.name for each in elsewhere.iterdir()] == [file.name]


def test_what_stands_there_and_is_no_file_is_not_waited_for(kernel, file):
    file.parent.mkdir()
    os.mkfifo(file)
    assert "move it away" in kernel().opened().said


def test_a_failure_is_said_once_and_what_is_kept_stays(kernel, file, monkeypatch):
    at = kernel().opened().does(COMMIT)
    before = file.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("okin_lib.hosts.kept_file.write", full)
        at.does(WRITE)
        assert "no space left on device" in at.said
        assert at.told[-1]["folder"]["warns"]
        told = len(at.told)
        at.does({"write": "exit", "value": "More"})
        assert len(at.told) == told
    assert file.read_bytes() == before
    at.does({"write": "exit", "value": "Most"})
    assert at.said == lasting.KEPT.format(path=FILE)
    assert json.loads(file.read_text())["members"]["leaving"]["text"] == "Most"


def test_what_was_left_out_at_taking_up_is_a_warning(kernel, file):
    left = kept(start(LESSON).after(COMMIT))
    left["members"]["gone"] = {}
    file.parent.mkdir()
    file.write_text(json.dumps(left))
    at = kernel().opened()
    assert at.said.startswith("What is no longer here was left out: gone. ")
    assert at.told[-1]["folder"]["warns"]


def test_the_browser_is_asked_once_and_given_each_state():
    at = Kernel(InBrowser(Address(LESSON))).opened()
    assert [each["asks"] for each in at.told] == [True, False]
    at.does(COMMIT)
    assert at.told[-1]["state"] == kept(at.session.lesson)
    again = Kernel(InBrowser(Address(LESSON))).opened().says(state=at.told[-1]["state"])
    assert (again.told[-1]["taken"], again.told[-1]["said"]) == (True, "")
    assert again.session.lesson == at.session.lesson


@pytest.mark.parametrize(
    "state", [None, "no JSON", {}, {"version": 1}, [[[]]], {"a": "x" * 90_000}]
)
def test_what_a_browser_has_is_hostile(state):
    at = Kernel(InBrowser(Address(LESSON))).opened().says(state=state)
    assert not at.told[-1]["taken"]
    assert "This cannot be taken up" in at.told[-1]["said"]
    assert at.session.lesson == start(LESSON)


def test_what_was_begun_anew_is_not_replaced():
    at = Kernel(InBrowser(Address(LESSON))).opened().does(WRITE)
    before = at.session.lesson
    at.says(state=kept(start(LESSON).after(COMMIT)))
    assert (at.told[-1]["taken"], at.told[-1]["said"]) == (False, lasting.BEGUN)
    assert at.session.lesson is before


def test_what_a_page_asks_for_by_itself_begins_nothing_anew():
    """What stands open at first is asked for as soon as it is shown, and changes nothing."""
    session, told = Session(start(WHOLE), InBrowser(Address(WHOLE))), []
    page = session.join("board", told.append)
    left = kept(start(WHOLE).after({"toggle": "football-talk", "value": False}))
    page({"kind": "event", "seq": 1, "event": {"unfold": "first-call", "value": True}})
    page({"kind": "keeping", "state": left})
    assert kept(session.lesson) == left
    assert [each["taken"] for each in told if "taken" in each] == [True]


@pytest.mark.parametrize("keeping", [None, InBrowser(Address(LESSON))])
def test_what_is_not_kept_so_is_refused(keeping, caplog):
    at = Kernel(keeping).opened().says(do="delete")
    assert at.told[-1]["kind"] == "error"
    assert "Refused a message on keeping" in caplog.text


def test_a_folder_is_not_told_what_to_take_up(kernel):
    at = kernel().opened().says(state=kept(start(LESSON).after(COMMIT)))
    assert at.told[-1]["kind"] == "error"
    assert at.session.lesson == start(LESSON)


def test_visitors_of_voila_share_a_folder_and_none_writes_in_it(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VOILA_BASE_URL", "/")
    assert isinstance(jupyter._keeping(Address(LESSON)), InBrowser)
    monkeypatch.delenv("VOILA_BASE_URL")
    own = jupyter._keeping(Address(LESSON))
    assert isinstance(own, InFolder)
    Kernel(own).opened().does(COMMIT)
    assert (tmp_path / FILE).is_file()


def test_the_parts_that_ask_for_work_say_where_it_is_kept(kernel):
    session = kernel().session
    telling = [part for part in session.lesson.parts if session.tells(part)]
    assert telling == ["recall", "predict", "exit"]
    assert not Session(start(LESSON)).tells("predict")
