"""Kernels forked from one process: each is one's own, up to date, and ends with its server."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import nbformat
import psutil
import pytest
from attrs import frozen

import okin_lib
from okin_lib.hosts.serve import notebooks
from okin_lib.hosts.server import forked
from tests.servers import kernels

pytestmark = pytest.mark.skipif(not forked.POSSIBLE, reason="kernels are forked on Linux alone")

BOARD = "10_whole_board.ipynb"
SHOWN = "application/vnd.jupyter.widget-view+json"
POOL = """from concurrent.futures import ProcessPoolExecutor
with ProcessPoolExecutor(1) as pool:
    print(*pool.map(pow, [7], [3]))"""
SERVE = """
from pathlib import Path
from okin_lib.hosts.serve import serve
serve(Path({folder!r}), ip="127.0.0.1")
"""


@frozen
class Server:
    """A running server, its address, and the package that it runs."""

    process: subprocess.Popen[str]
    url: str
    package: Path

    def page(self, notebook: str) -> str:
        with urlopen(f"{self.url}voila/render/{notebook}", timeout=30) as answer:
            return answer.read().decode()

    def kernels(self) -> set[psutil.Process]:
        return kernels(self.process.pid)


@contextmanager
def serving(tmp: Path) -> Iterator[Server]:
    """Serve our notebooks, and one that computes in processes, from a copy of the package."""
    package = tmp / "copy" / "okin_lib"
    shutil.copytree(okin_lib.__path__[0], package)
    folder = shutil.copytree(notebooks(), tmp / "notebooks")
    nbformat.write(
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(POOL)]), folder / "pool.ipynb"
    )
    command = [sys.executable, "-u", "-c", SERVE.format(folder=str(folder))]
    paths = filter(None, [str(package.parent), os.environ.get("PYTHONPATH")])
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    pipes = {"stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=tmp, env=env, **pipes) as process:
        try:
            yield Server(process, process.stdout.readline().split()[1], package)
        finally:
            process.kill()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("served")) as found:
        yield found


def test_each_page_has_a_kernel_of_its_own_forked_from_one_process(server):
    before = server.kernels()
    assert all(SHOWN in server.page(BOARD) for _ in range(2))
    new = server.kernels() - before
    assert len(new) == 2
    assert len({each.ppid() for each in new}) == 1
    assert server.process.pid not in {each.ppid() for each in new}


def test_a_kernel_may_start_processes(server):
    assert "343" in server.page("pool.ipynb")


def test_a_killed_fork_server_is_replaced(server):
    server.page(BOARD)
    (old,) = {each.ppid() for each in server.kernels()}
    psutil.Process(old).kill()
    assert SHOWN in server.page(BOARD)


@pytest.mark.long
def test_what_changed_is_read_and_all_ends_with_the_server(tmp_path):
    with serving(tmp_path) as server:
        assert SHOWN in server.page(BOARD)
        words = server.package / "lessons" / "10_whole_board.yaml"
        changed = words.read_text("utf-8").replace("title: ", "title: Changed. ", 1)
        words.write_text(changed, "utf-8")
        before = server.kernels()
        assert SHOWN in server.page(BOARD)
        (new,) = server.kernels() - before
        assert "ipykernel_launcher" in new.cmdline()  # it has nothing from before
        started = psutil.Process(server.process.pid).children(recursive=True)
        server.process.kill()
        assert psutil.wait_procs(started, timeout=10)[1] == []
