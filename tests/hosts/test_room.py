"""At most so many pages have a kernel: each place is counted once, and comes free again."""

import asyncio
import re
import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from attrs import field, frozen
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from voila.notebook_renderer import NotebookRenderer

from okin_lib.hosts.serve import notebooks
from okin_lib.hosts.server.kernels import Kernels
from okin_lib.hosts.server.options import Options
from tests.hosts.conftest import BOARD, Served, in_process
from tests.hosts.markup import SCRIPT, elements

PLACES = 3
ROBOT = {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}
ANSWERED_WITHIN = 20


@frozen
class Kept:
    """Kernels that start once they may, and are kept until they are told to end."""

    may_start: threading.Event = field(factory=threading.Event)
    managers: list[Kernels] = field(factory=list)
    started: list[str] = field(factory=list)

    async def start(self, manager: Kernels, kernel_id: str) -> str:
        self.managers.append(manager)
        self.started.append(kernel_id)
        assert await asyncio.to_thread(self.may_start.wait, ANSWERED_WITHIN)
        manager._kernels[kernel_id] = SimpleNamespace()
        return kernel_id

    def end(self) -> None:
        self.managers[-1]._kernels.popitem()


@contextmanager
def keeping(*served: Any) -> Iterator[tuple[Served, Kept]]:
    """Serve, and keep the kernels."""
    kernels = Kept()

    async def start(manager, kernel_id, **_):
        return await kernels.start(manager, kernel_id)

    with (
        in_process(*served) as server,
        patch.object(AsyncMappingKernelManager, "start_kernel", start),
    ):
        yield server, kernels


@pytest.fixture
def full(request) -> Iterator[Served]:
    """A server whose one place is taken."""
    with keeping(Options(pages=1, **getattr(request, "param", {}))) as (server, kernels):
        kernels.may_start.set()
        assert server.ask(f"/{BOARD}").status == 200
        yield server


def test_of_twice_as_many_at_once_so_many_are_computed_and_a_place_comes_free():
    together = ThreadPoolExecutor(2 * PLACES)
    with keeping(Options(pages=PLACES)) as (server, kernels), together as pool:
        asked = [pool.submit(server.ask, f"/{BOARD}") for _ in range(2 * PLACES)]
        refused = islice(as_completed(asked), PLACES)  # the others wait until they may start
        assert [each.result().status for each in refused] == [503] * PLACES
        kernels.may_start.set()
        assert sorted(each.result().status for each in asked) == [200] * PLACES + [503] * PLACES
        assert len(set(kernels.started)) == PLACES
        assert server.ask(f"/{BOARD}").status == 503
        kernels.end()
        assert [server.ask(f"/{BOARD}").status for _ in range(2)] == [200, 503]


async def _fails(*_, **__):
    raise RuntimeError("it fails")


@pytest.mark.parametrize(
    ("where", "what"),
    [
        (NotebookRenderer, "initialize"),
        (AsyncMappingKernelManager, "start_kernel"),
    ],
)
def test_a_page_that_fails_gives_its_place_back(where, what):
    with in_process(Options(pages=1)) as server:
        with patch.object(where, what, _fails):
            statuses = {server.ask(f"/{BOARD}").status for _ in range(2)}
        assert 503 not in statuses
        assert server.ask(f"/{BOARD}").status == 200


def test_a_program_needs_no_place(full):
    assert full.ask(f"/{BOARD}", "HEAD").status == 200
    assert full.ask(f"/{BOARD}", headers=ROBOT).status == 200
    assert full.ask("/voila/render/nothing.ipynb").status == 404


def test_a_program_takes_no_place():
    with keeping(Options(pages=1)) as (server, kernels):
        kernels.may_start.set()
        assert server.ask(f"/{BOARD}", "HEAD").status == 200
        assert server.ask(f"/{BOARD}", headers=ROBOT).status == 200
        assert server.ask(f"/{BOARD}", headers={"Sec-Purpose": "prefetch"}).status == 503
        assert server.ask(f"/{BOARD}").status == 200


def _links(html: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', html.partition("<main")[2].partition("</main>")[0])


@pytest.mark.parametrize("full", [{"shared": True}], indirect=True)
def test_the_page_says_what_is_so_and_what_can_be_done(full):
    answer = full.ask(f"/{BOARD}?s=abc&instructor=1")
    assert answer.status == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers.get_all("Set-Cookie") is None
    assert "One page is being computed" in answer.text
    assert "A place comes free as a page is closed." in answer.text
    query = "?s=abc&amp;instructor=1"
    assert _links(answer.text) == [f"/{BOARD}{query}", f"/10_whole_board{query}", "/"]
    assert full.ask("/10_whole_board?s=abc").status == 200
    assert "http-equiv" not in answer.text


def test_where_each_page_has_a_kernel_no_other_is_named(full):
    assert _links(full.ask(f"/{BOARD}").text) == [f"/{BOARD}", "/"]


def test_a_notebook_that_has_no_other_page_names_none(tmp_path: Path):
    for name in ("10_whole_board", "own"):
        shutil.copy(notebooks() / "10_whole_board.ipynb", tmp_path / f"{name}.ipynb")
    with keeping(Options(pages=1, shared=True), tmp_path) as (server, kernels):
        kernels.may_start.set()
        server.ask(f"/{BOARD}")
        assert _links(server.ask("/voila/render/own.ipynb").text) == [
            "/voila/render/own.ipynb",
            "/",
        ]


@pytest.mark.parametrize("full", [{"shared": True}], indirect=True)
def test_what_an_address_holds_becomes_no_markup(full):
    plain, hostile = (
        full.ask(f"/{BOARD}?s={each}") for each in ("abc", SCRIPT.replace(" ", "%20"))
    )
    assert hostile.status == 503
    assert elements(hostile.text) == elements(plain.text)


def test_kernels_that_start_run_and_end_are_each_counted_once():
    counted: list[int] = []

    async def page(kernels: Kernels) -> str | None:
        with kernels.place() as has_place:
            if not has_place:
                return None
            task = asyncio.ensure_future(kernels.start_kernel())
            while not task.done():
                counted.append(kernels.taken)
                await asyncio.wait({task}, timeout=0.01)
            return task.result()

    async def burst() -> None:
        kernels = Kernels(places=2)
        ids = await asyncio.gather(*(page(kernels) for _ in range(4)))
        started = [each for each in ids if each]
        assert (len(started), kernels.taken) == (2, 2)
        ending = asyncio.ensure_future(kernels.shutdown_kernel(started[0], now=True))
        while not ending.done():
            counted.append(kernels.taken)
            await asyncio.wait({ending}, timeout=0.01)
        assert kernels.taken == 1
        assert await page(kernels)
        await kernels.shutdown_all(now=True)
        assert kernels.taken == 0

    asyncio.run(burst())
    assert set(counted) == {1, 2}


def test_a_kernel_that_cannot_start_leaves_its_place():
    async def start() -> int:
        kernels = Kernels(places=1)
        with kernels.place(), pytest.raises(Exception, match="no-such-kernel"):
            await kernels.start_kernel(kernel_name="no-such-kernel")
        return kernels.taken

    assert asyncio.run(start()) == 0
