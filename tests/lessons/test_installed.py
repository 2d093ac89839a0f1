"""What is installed is compiled once, stored, and compiled anew when its sources change."""

import json
import subprocess
import sys
from functools import cache

import pytest

from okin_lib.doctrine.compiled import compile_case
from okin_lib.lessons import installed as module
from okin_lib.lessons import sources
from okin_lib.lessons.installed import compiled_text, digest, example, installed, load_case
from tests.record.tiny import FILES, write

FACTORS = "doctrine/factors.yaml"


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Let a made-up case, which no instrument studies, be the installed one of this test."""
    monkeypatch.setattr(module, "PACKAGE", write(tmp_path))
    (tmp_path / "record/disputes.yaml").write_text("disputes: []\n", encoding="utf-8")
    monkeypatch.setattr(sources, "STUDIES", ())
    monkeypatch.setattr(module, "installed", cache(installed.__wrapped__))
    return tmp_path


def same(one, other) -> bool:
    return repr((one.record, one.doctrine)) == repr((other.record, other.doctrine))


def test_the_stored_form_is_the_case(root):
    assert json.loads(compiled_text(root))["sources"] == digest(root)
    assert same(load_case(), compile_case(root))


def test_the_digest_follows_every_source(root):
    before = digest(root)
    for path in (path for path in root.rglob("*") if path.is_file()):
        original = path.read_bytes()
        path.write_bytes(original + b"\n")
        assert digest(root) != before
        path.write_bytes(original)
    assert digest(root) == before


def test_a_case_is_stored_once_and_read_back(root):
    compiled = load_case()
    store = root / "_case.json"
    written = store.stat().st_mtime_ns
    module.installed.cache_clear()
    assert same(load_case(), compiled)
    assert load_case().opinion == compiled.opinion
    assert store.stat().st_mtime_ns == written
    assert load_case() is load_case()


def test_a_changed_source_is_compiled_again(root):
    load_case()
    path = root / FACTORS
    path.write_text(FILES[FACTORS].replace("label: Silent", "label: Mute"), encoding="utf-8")
    module.installed.cache_clear()
    assert load_case().doctrine.factors[1].label == "Mute"


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"$":"Fact"}', '{"$":"None"}'])
def test_a_spoiled_store_is_replaced(root, text):
    store = root / "_case.json"
    store.write_text(text, encoding="utf-8")
    load_case()
    assert json.loads(store.read_text(encoding="utf-8"))["sources"] == digest(root)
    assert [path.name for path in root.glob("_case*")] == ["_case.json"]


@pytest.mark.usefixtures("root")
def test_a_closed_folder_is_no_matter(monkeypatch):
    monkeypatch.setattr(module, "STORE", "nowhere/_case.json")
    assert load_case().record.year == 1990


def test_an_example_is_stored_apart_and_read_only_when_it_is_asked_for(tmp_path, monkeypatch):
    root = write(tmp_path / "examples" / "roe")
    (root / "record/disputes.yaml").write_text("disputes: []\n", encoding="utf-8")
    (root / "instruments/glossary").mkdir(parents=True)
    words = root / "instruments/glossary/data.yaml"
    words.write_text("terms: [{term: open, means: Not settled.}]\n", encoding="utf-8")
    monkeypatch.setattr(module, "EXAMPLES", tmp_path / "examples")
    assert same(example.__wrapped__("roe"), compile_case(root))
    assert json.loads((root / "_case.json").read_text(encoding="utf-8"))["lessons"] == {}


def test_whoever_opens_no_lesson_about_an_example_reads_none():
    asked = (
        "import okin_lib.lessons.installed as it; it.installed(); print(it.example.cache_info())"
    )
    told = subprocess.check_output([sys.executable, "-c", asked], text=True)
    assert "misses=0" in told
