"""The wheel alone, in an environment that holds nothing else of this project.

The libraries it needs are lent by the development environment, by path: what is to be shown is
that the wheel holds all of its own data, and that must take no network. That it also names
every library it imports is a test of its own.
"""

import os
import re
import signal
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.servers import listens

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="session")
def bin_folder(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the commands of an environment into which only the wheel was installed."""
    home = tmp_path_factory.mktemp("empty")
    venv.create(home, symlinks=True)
    pip = [sys.executable, "-m", "pip", "--python", home / "bin" / "python", "--quiet"]
    subprocess.run([*pip, "install", "--no-index", "--no-deps", wheel], check=True)
    own = sysconfig.get_path("purelib", "venv", {"base": str(home)})
    # A path that a .pth file adds is searched last, and no .pth file in it is read: the wheel
    # comes first, and the editable install of the checkout is out of reach.
    Path(own, "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "bin"


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in another folder, which is home too; Jupyter's data files are lent."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("JUPYTER_PATH", str(Path(sys.prefix, "share", "jupyter")))
    monkeypatch.delenv("PYTHONPATH", raising=False)
    return tmp_path


@contextmanager
def started(bin_folder: Path, command: str) -> Iterator[str]:
    """Start a server, and give the address that it prints, once it listens there."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    run = [bin_folder / "okin", command, "--no-browser"]
    with subprocess.Popen(run, start_new_session=True, **pipes) as server:
        try:
            found = (re.search(r"http://\S+", line) for line in server.stdout)
            address = next(each[0] for each in found if each)
            assert listens(address, server)
            yield address
        finally:
            os.killpg(server.pid, signal.SIGTERM)
