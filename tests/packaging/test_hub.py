"""JupyterHub as deploy/hub/ has it, in a real browser: `make test-hub`.

It takes root, to make two users and to run a server as each. What a server takes is printed.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from stat import S_IMODE

import psutil
import pytest
from playwright.sync_api import Page, expect
from traitlets.config import PyFileConfigLoader

from tests.browser.conftest import BOARD, Server, run_cells, show, toggles
from tests.browser.conftest import browser as browser  # a fixture
from tests.packaging.hub import DEPLOYED, Hub, User, hub, users

pytestmark = pytest.mark.hub

OTHERS = ("okin/", f"okin/voila/render/{BOARD}", "lab", f"lab/tree/{BOARD}", "api/contents",
          "api/kernels", "api/status")  # fmt: skip
CONNECT = "import socket; socket.socket(socket.AF_UNIX).connect({!r}); print('connected')"
LIST = "import os; print(sorted(os.listdir({!r}))[-1])"


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """Return the commands of the environment of a hub, with Okin as it is now."""
    assert os.getuid() == 0, "make test-hub makes users of this machine: run it as root"
    home = Path(os.environ["HUB"])
    pip = [sys.executable, "-m", "pip", "--python", home / "bin" / "python", "--quiet"]
    subprocess.run([*pip, "install", "--no-deps", "--force-reinstall", wheel], check=True)
    return home / "bin"


@pytest.fixture(scope="module")
def running(installed: Path, tmp_path_factory) -> Iterator[Hub]:
    with users() as made, hub(installed, tmp_path_factory.mktemp("hub"), made) as started:
        yield started


@pytest.fixture(scope="module")
def pages(running: Hub, browser) -> dict[User, Page]:
    """The first page of each, which is the list of the notebooks."""
    return {user: running.logged_in(browser, user) for user in running.users}


def test_each_opens_a_notebook_in_voila_and_in_jupyterlab(running: Hub, pages) -> None:
    for user, page in pages.items():
        expect(page.get_by_role("link", name="The whole board").first).to_be_visible()
        print(f"\nThe hub: {running.takes()}")
        print(f"{user.name}, with the list of the notebooks open: {user.takes()}")
        show(page, Server(None, f"{running.of(user)}okin/"), BOARD)
        toggles(page)
        print(f"{user.name}, with the whole board open in Voila: {user.takes()}")
        page.goto(f"{running.of(user)}lab/tree/{BOARD}")
        run_cells(page)
        page.locator(".okin [data-region]").first.wait_for()
        print(f"{user.name}, with it open in JupyterLab instead: {user.takes()}")


def test_who_has_not_logged_in_is_asked_to(running: Hub, pages, browser) -> None:
    context = browser.new_context()
    for user in pages:
        for path in ("okin/", f"okin/voila/render/{BOARD}", "lab"):
            assert "/hub/login?" in context.request.get(f"{running.of(user)}{path}").url
    context.close()


def test_neither_reaches_what_is_the_others(running: Hub, pages) -> None:
    for user, page in pages.items():
        for other in pages.keys() - {user}:
            for path in OTHERS:
                assert page.request.get(f"{running.of(user)}{path}").ok
                assert page.request.get(f"{running.of(other)}{path}").status == 403


def test_nor_from_a_program_on_the_same_machine(installed: Path, pages) -> None:
    python = installed / "python"
    for user in pages:
        at, folder = user.socket(), str(user.home / "okin-notebooks")
        assert user.runs(python, CONNECT.format(at)) == "connected"
        assert user.runs(python, LIST.format(folder)) == BOARD
        for other in pages.keys() - {user}:
            for code in (CONNECT.format(at), LIST.format(folder)):
                assert other.runs(python, code).startswith("PermissionError")


def kernels_in_lab(user: User) -> list[list[str]]:
    """Return the command of each kernel that JupyterLab started."""
    commands = [each.cmdline() for each in user.processes()]
    return [command for command in commands if "ipykernel_launcher" in command]


def test_nor_do_they_hear_what_a_kernel_says(pages) -> None:
    for user in pages:
        (command,) = kernels_in_lab(user)
        connection = Path(command[command.index("-f") + 1])
        assert json.loads(connection.read_text("utf-8"))["curve_secretkey"]
        assert S_IMODE(connection.stat().st_mode) == 0o600


def limits(said: str) -> tuple[int, int]:
    """Return how many bytes, and how many processes, what the system said allows."""
    found = (re.search(rf"{name} +(\d+) +\1 ", said) for name in ("data size", "processes"))
    return tuple(int(each[1]) for each in found)


def test_every_process_of_theirs_is_limited(pages) -> None:
    config = PyFileConfigLoader(DEPLOYED.name, str(DEPLOYED.parent)).load_config()
    asked = dict(part.split("=") for part in config.Spawner.cmd if "=" in part)
    for user in pages:
        assert kernels_in_lab(user)
        for each in user.processes():
            said = Path(f"/proc/{each.pid}/limits").read_text("ascii")
            assert limits(said) == (int(asked["--data"]), int(asked["--nproc"]))


def test_what_was_left_ends(running: Hub, pages) -> None:
    theirs = [process for user in pages for process in user.processes()]
    assert len([each for each in theirs if "--socket" in each.cmdline()]) == len(pages)
    for page in pages.values():
        page.context.close()
    with running.culler("--timeout=1", "--cull-every=1") as culler:
        _, alive = psutil.wait_procs(theirs, timeout=90)
        culler.terminate()
    assert alive == []
