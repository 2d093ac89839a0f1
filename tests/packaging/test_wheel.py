"""The wheel alone, in an environment that holds nothing else of this project.

The libraries it needs are lent by the development environment, by path: what is to be shown is
that the wheel holds all of its own data, and that must take no network. That it also names
every library it imports is a test of its own.
"""

import ast
import json
import os
import re
import signal
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from importlib.metadata import packages_distributions
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
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


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder.parent).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_it_holds_every_file(wheel: Path) -> None:
    held = {name for name in ZipFile(wheel).namelist() if name.startswith("okin_lib/")}
    notebooks = {f"okin_lib/notebooks/{name}" for name in NOTEBOOKS}
    assert held == files(ROOT / "okin_lib") | notebooks | {"okin_lib/_case.json"}


def imported(source: str) -> Iterator[str]:
    """Yield the top-level name of every module that ``source`` imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def normalized(name: str) -> str:
    """Return one spelling for every way to write a distribution's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_it_requires_every_library_it_imports(wheel: Path) -> None:
    archive = ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    required = {
        normalized(re.split(r"[^\w.-]", line)[0])
        for line in message_from_bytes(archive.read(metadata)).get_all("Requires-Dist", [])
        if "extra ==" not in line
    }
    modules = {
        module
        for name in archive.namelist()
        if name.endswith(".py")
        for module in imported(archive.read(name).decode())
    }
    distributions = packages_distributions()
    outside = modules - sys.stdlib_module_names - {"okin_lib"}
    undeclared = {
        module for module in outside if required.isdisjoint(map(normalized, distributions[module]))
    }
    assert not undeclared


@pytest.mark.usefixtures("elsewhere")
def test_the_checkout_is_out_of_reach(bin_folder: Path) -> None:
    where = "import okin_lib; print(okin_lib.__file__)"
    found = subprocess.check_output([bin_folder / "python", "-c", where], text=True)
    assert Path(found).is_relative_to(bin_folder.parent)


@pytest.mark.usefixtures("elsewhere")
def test_check(bin_folder: Path) -> None:
    subprocess.run([bin_folder / "okin", "check"], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.usefixtures("elsewhere")
def test_analyze(bin_folder: Path) -> None:
    analysis = json.loads(subprocess.check_output([bin_folder / "okin", "analyze", "--json"]))
    assert list(analysis) == ["case", "scenario", "findings", "dispositions"]


@contextmanager
def started(bin_folder: Path, command: str) -> Iterator[str]:
    """Start a server, and give the address that it prints."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    run = [bin_folder / "okin", command, "--no-browser"]
    with subprocess.Popen(run, start_new_session=True, **pipes) as server:
        try:
            found = (re.search(r"http://\S+", line) for line in server.stdout)
            yield next(each[0] for each in found if each)
        finally:
            os.killpg(server.pid, signal.SIGTERM)


@pytest.mark.usefixtures("elsewhere")
def test_serve(bin_folder: Path) -> None:
    with started(bin_folder, "serve") as address:
        urlopen(address, timeout=60).close()
        board = f"{address}voila/render/10_whole_board.ipynb"
        page = urlopen(board, timeout=60).read().decode()
    assert "application/vnd.jupyter.widget-view+json" in page
    assert 'id="quick-exit"' in page


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.ipynb")}


def test_lab_opens_copies_and_leaves_the_package_as_it_was(
    bin_folder: Path, elsewhere: Path
) -> None:
    (package,) = bin_folder.parent.glob("lib/python*/site-packages/okin_lib/notebooks")
    before = held(package)
    with started(bin_folder, "lab"):
        assert held(elsewhere / "okin-notebooks") == before
    assert held(package) == before


def test_export(bin_folder: Path, elsewhere: Path) -> None:
    export = [bin_folder / "okin", "export", "03_act_or_omission"]
    subprocess.run(export, check=True, stdout=subprocess.DEVNULL)
    page = (elsewhere / "03_act_or_omission.html").read_text("utf-8")
    assert "<title>3. Act or omission</title>" in page
