"""Templates are kept as compiled; one that changes, or cannot be kept, is compiled anew."""

import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from okin_lib.page import environment


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(environment, "STORE", tmp_path / "templates")
    return tmp_path / "templates"


def rendered(store: Path, source: str) -> str:
    loader = DictLoader({"a.html": source})
    env = Environment(loader=loader, bytecode_cache=environment.Stored(str(store)))
    return env.get_template("a.html").render()


def test_a_template_is_kept_once_and_compiled_anew_when_it_changes(store: Path) -> None:
    assert rendered(store, "one") == "one"
    (kept,) = store.iterdir()
    written = kept.stat().st_mtime_ns
    assert rendered(store, "one") == "one"
    assert kept.stat().st_mtime_ns == written
    assert rendered(store, "another") == "another"


def test_what_is_spoiled_is_compiled_anew(store: Path) -> None:
    rendered(store, "one")
    (kept,) = store.iterdir()
    kept.write_bytes(b"spoiled")
    assert rendered(store, "one") == "one"


def test_a_folder_that_cannot_be_made_is_no_matter(tmp_path: Path, monkeypatch) -> None:
    nowhere = tmp_path / "absent" / "templates"
    monkeypatch.setattr(environment, "STORE", nowhere)
    assert rendered(nowhere, "one") == "one"
    assert not nowhere.exists()


def test_a_second_process_compiles_none() -> None:
    first = "from okin_lib.lessons.library import start; dict(start('10_whole_board').regions())"
    none = f"import jinja2; jinja2.Environment.compile = None; {first}"
    for code in (first, none):
        subprocess.run([sys.executable, "-c", code], check=True)
