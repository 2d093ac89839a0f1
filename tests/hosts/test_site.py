"""The static site as files: whole, of itself alone, and without what is for whoever teaches."""

import json
import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import attrs
import pytest
from click.testing import CliRunner
from lxml import etree

from okin_lib.cli import main
from okin_lib.course.teaching.data import Teaching
from okin_lib.hosts.serve import notebooks
from okin_lib.hosts.site import pyodide
from okin_lib.hosts.site.archive import files_in
from okin_lib.hosts.site.build import Computing, files
from okin_lib.hosts.site.compiled import NotCompiled, compiled
from okin_lib.hosts.site.figures import Figure, figures
from okin_lib.hosts.site.packages import packages
from okin_lib.lessons.library import plans, start
from tests.walked import walk

LESSONS = [plan.id for plan in plans()]
BOARD, START = "10_whole_board", "00_start_here"
ADDRESS = re.compile(r'(?:href|src|data-worker|data-offline)="([^"#?]+)')
ALONE = """
import json, sys
sys.path.insert(0, sys.argv[1])
from okin_lib.hosts.site.inside import joined
answers = []
for sent in json.load(sys.stdin):
    heard = []
    receive = joined(heard.append, sys.argv[2])
    for frame in sent:
        receive(frame)
    answers.append(heard)
json.dump(answers, sys.stdout)
"""


def made(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["site", *map(str, arguments)])
    return result.exit_code, result.output


@pytest.fixture(scope="module")
def archive() -> bytes:
    """The packages as they are before Node compiles them, for the Python of a browser."""
    return packages()


@pytest.fixture(scope="module")
def alone(archive: bytes, tmp_path_factory: pytest.TempPathFactory):
    """Return what answers frames with the archive and the standard library, and nothing else."""
    to = tmp_path_factory.mktemp("packages")
    with ZipFile(BytesIO(archive)) as opened:
        opened.extractall(to)

    def answer(walks: list[list[str]], figures: str = "{}") -> list[list[str]]:
        command = [sys.executable, "-I", "-S", "-c", ALONE, str(to), figures]
        ran = subprocess.run(
            command, input=json.dumps(walks), capture_output=True, check=True, text=True
        )
        return json.loads(ran.stdout)

    return answer


def pages(site: Path) -> Iterator[str]:
    return (path.read_text("utf-8") for path in site.glob("*.html"))


def test_every_address_of_a_page_is_seen_from_it_and_is_there(static_site):
    asked = {each for html in pages(static_site) for each in ADDRESS.findall(html)}
    ours = {each for each in asked if not each.startswith(("https:", "data:"))}
    assert ours >= {"./", "./offline.js", f"./{BOARD}.html"}
    for name in ours:
        assert name.startswith("./"), name
        assert (static_site / name).exists(), name


def test_a_page_may_ask_its_own_host_alone(static_site):
    for html in pages(static_site):
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)
        assert "default-src &#39;self&#39;" in policy
        assert not re.search(r"https?:|wss?:|\*|unsafe-eval", policy)


def test_what_is_kept_for_the_next_visit_is_all_there_is(static_site):
    written = (static_site / "offline.js").read_text("utf-8")
    kept = json.loads(re.search(r"^const FILES = (.*);$", written, re.MULTILINE)[1])
    paths = (path for path in static_site.rglob("*") if path.is_file())
    every = {path.relative_to(static_site).as_posix() for path in paths}
    assert {*kept} == every - {"offline.js"} | {"./"}


def test_nothing_for_whoever_teaches_is_in_it(case, static_site, archive):
    (written,) = static_site.glob("packages-*.zip")
    found = files_in(archive) | files_in(written.read_bytes())
    texts = [data.decode(errors="replace") for data in found.values()]
    texts += [path.read_text("utf-8") for path in static_site.rglob("*.*") if _is_text(path)]
    told = {*_texts(case.study(Teaching))}
    assert len(told) > 100
    assert [each for each in told if any(each in text for text in texts)] == []
    assert not [
        name for name in found if name.endswith((".yaml", "lessons/key.py", "/handout.py"))
    ]


def _is_text(path: Path) -> bool:
    return path.suffix in {".html", ".js", ".css"}


def _texts(thing: object) -> Iterator[str]:
    """Yield each text of the notes that is theirs: what they quote and name is elsewhere too."""
    if isinstance(thing, str):
        yield from (json.dumps(thing)[1:-1],) if len(thing.split()) > 8 else ()
    elif attrs.has(type(thing)):
        for field in attrs.fields(type(thing)):
            if field.name not in {"quote", "toggles"}:
                yield from _texts(getattr(thing, field.name))
    elif isinstance(thing, dict):
        yield from _texts(tuple(thing.values()))
    elif isinstance(thing, tuple):
        for each in thing:
            yield from _texts(each)


def test_the_archive_needs_nothing_else_and_answers_as_the_shared_process_does(alone):
    walks = [walk(lesson, seed=1) for lesson in LESSONS]
    assert alone([sent for sent, _ in walks]) == [heard for _, heard in walks]


def asked_of_board(**message: object) -> list[str]:
    frames = [
        {"open": {"query": "instructor=1", "states": {}}},
        {"lesson": BOARD, "part": "board", "message": {"seq": 1, **message}},
    ]
    return [json.dumps(frame) for frame in frames]


def test_a_figure_is_said_not_to_be_drawn_and_a_memo_is_written(alone):
    drawn = asked_of_board(kind="event", event={"draw": "matrix", "value": ""})
    memo = asked_of_board(kind="file", name="memo.docx", fields={})
    figure, written = alone([drawn, memo])
    assert "draws no figures" in json.loads(figure[1])["message"]["regions"]["matrix"]
    message = json.loads(written[-1])["message"]
    assert (message["kind"], b64decode(message["base64"])[:2]) == ("file", b"PK")


@pytest.fixture(scope="module")
def drawn() -> Mapping[str, Figure]:
    return figures([START])


def test_figures_are_of_the_record_and_of_what_is_offered_and_are_the_pictures_of_a_page(drawn):
    titles = {each.title.partition(": ")[2] for each in drawn.values() if each.name == "states"}
    assert len(titles) == 3
    assert "the record, as the court read it" in titles
    for each in drawn.values():
        root = etree.fromstring(each.svg)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert root.findtext("{http://www.w3.org/2000/svg}title") == each.title


def test_a_page_has_the_figure_that_was_drawn_of_it_and_says_so_where_none_was(alone, drawn):
    predictions = [
        {"commit": each.id, "value": {"choice": each.choices[0].id, "because": "It opens."}}
        for each in (start(START).plan.prediction, start(START).plan.again)
    ]
    asks = [{"unfold": "matrix"}, {"draw": "matrix"}, {"toggle": "clerk-was-rude", "value": False}]
    sent = [{"open": {"query": "", "states": {}}}] + [
        {
            "lesson": START,
            "part": "board",
            "message": {"kind": "event", "seq": seq, "event": event},
        }
        for seq, event in enumerate([*predictions, *asks, {"draw": "matrix"}])
    ]
    there = json.dumps({id: (each.name, each.title) for id, each in drawn.items()})
    (heard,) = alone([[json.dumps(frame) for frame in sent]], there)
    told = [json.loads(each).get("message", {}).get("regions", {}) for each in heard]
    drawings = (each["matrix"] for each in told if "matrix" in each)
    with_it, without = [each for each in drawings if "data-figure" in each or "<img" in each]
    (id,) = re.findall(r'<img src="figures/(\w+)\.svg"', with_it)
    assert drawn[id].title in with_it
    assert "data-figure" not in with_it
    assert "<img" not in without
    assert "draws no figures" in without


def test_a_figure_is_loaded_only_when_it_is_asked_for():
    figure = {"figures/a.svg": b"<svg/>"}
    site = files(notebooks(), Computing({"worker.js": b""}, "worker.js", 1, figure))
    assert site.items() >= figure.items()
    offline = site["offline.js"].decode()
    kept = json.loads(re.search(r"^const FILES = (.*);$", offline, re.MULTILINE)[1])
    assert {*site} - {*kept} == {"offline.js", *figure}


def test_the_same_files_make_the_same_archive(archive):
    assert packages() == archive


def test_what_a_lesson_imports_is_compiled_where_node_is(static_site):
    (ours,) = static_site.glob("packages-*.zip")
    (library,) = static_site.glob("pyodide-*/python_stdlib.zip")
    names = {*files_in(ours.read_bytes()), *files_in(library.read_bytes())}
    assert {"okin_lib/hosts/session.pyc", "cattrs/converters.pyc", "json/decoder.pyc"} <= names
    assert not {f"{name[:-1]}" for name in names if name.endswith(".pyc")} & names
    assert any(name.startswith("okin_lib/_templates/") for name in names)


def test_as_one_file_it_is_the_same(static_site):
    with ZipFile(static_site.with_suffix(".zip")) as opened:
        written = {path for path in static_site.rglob("*") if path.is_file()}
        assert {static_site / name for name in opened.namelist()} == written
        for name in opened.namelist():
            assert opened.read(name) == (static_site / name).read_bytes(), name


def test_another_package_is_refused_with_what_to_do(tmp_path):
    other = tmp_path / "other.tgz"
    other.write_bytes(b"no package")
    code, said = made("--out", tmp_path / "to", "--pyodide", other)
    assert (code, (tmp_path / "to").exists()) == (2, False)
    assert str(other) in said
    assert f"npm pack pyodide@{pyodide.VERSION}" in said
    assert made("--out", tmp_path / "to", "--pyodide", tmp_path / "none.tgz")[0] == 2


@pytest.mark.parametrize("npm", ["there", "not there"])
def test_a_registry_that_cannot_be_reached_is_said_with_what_to_do(tmp_path, monkeypatch, npm):
    if npm == "there":
        (tmp_path / "npm").write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pyodide, "ADDRESS", "http://localhost:9/pyodide.tgz")
    code, said = made("--out", tmp_path / "to")
    assert (code, (tmp_path / "to").exists()) == (2, False)
    assert "cannot be had" in said
    assert "--pyodide" in said


def test_it_is_not_made_with_the_notes_for_whoever_teaches(tmp_path, monkeypatch):
    monkeypatch.setenv("OKIN_INSTRUCTOR", "1")
    code, said = made("--out", tmp_path / "to")
    assert (code, (tmp_path / "to").exists()) == (2, False)
    assert "OKIN_INSTRUCTOR" in said


def test_it_is_to_be_said_where_it_is_written():
    code, said = made()
    assert code == 2
    assert "--out" in said
    assert "--zip" in said


def test_without_node_it_is_left_to_the_browser(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    python = {pyodide.LIBRARY: b"library"}
    assert compiled(python, b"packages") == (python, b"packages")


def test_a_node_that_cannot_compile_it_is_said_with_what_to_do(tmp_path, monkeypatch):
    (tmp_path / "node").write_text("#!/bin/sh\necho too old >&2\nexit 1\n")
    (tmp_path / "node").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    with pytest.raises(NotCompiled, match=r"too old.*Node 20 or later"):
        compiled({pyodide.LIBRARY: b"library"}, b"packages")
