"""The scripts that find a Python and a browser take the one that is named, or refuse it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sh")


def found(script: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run it with a PATH on which a good Python and a browser stand."""
    command = ["sh", str(SCRIPTS / script)]
    return subprocess.run(
        command, env=os.environ | env, capture_output=True, text=True, check=False
    )


def program(path: Path, says: str) -> Path:
    path.write_text(f"#!/bin/sh\n{says}\n")
    path.chmod(0o755)
    return path


def test_the_python_that_is_named_is_taken():
    assert found("find-python", PYTHON=sys.executable).stdout.strip() == sys.executable


def test_a_python_is_found_where_none_is_named():
    assert found("find-python", PYTHON="").returncode == 0


@pytest.mark.parametrize(
    ("says", "why"),
    [
        (None, "is not there"),
        ("echo False", "is no Python 3.11 or later"),  # too old
        ("exit 1", "is no Python 3.11 or later"),  # without venv
        ("exit 0", "is no Python 3.11 or later"),  # no Python
    ],
)
def test_a_python_that_will_not_do_is_refused_and_no_other_taken(tmp_path, says, why):
    named = tmp_path / "a python"
    if says is not None:
        program(named, says)
    result = found("find-python", PYTHON=str(named))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(f"PYTHON={named} {why}")


def test_the_browser_that_is_named_is_taken(tmp_path):
    named = program(tmp_path / "a browser", "exit 0")
    assert found("find-chromium", CHROMIUM=str(named)).stdout.strip() == str(named)


@pytest.mark.parametrize("kind", ["missing", "a folder", "no program"])
def test_a_browser_that_will_not_do_is_refused_and_no_other_taken(tmp_path, kind):
    named = tmp_path / kind
    if kind == "a folder":
        named.mkdir()
    if kind == "no program":
        named.write_text("text")
    result = found("find-chromium", CHROMIUM=str(named))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(f"CHROMIUM={named} is not there")
