"""Our server in this process, with kernels that only say that they were started."""

import asyncio
import http.client
import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from attrs import field, frozen
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets.config import Application
from voila.notebook_renderer import NotebookRenderer

from okin_lib.hosts.serve import notebooks
from okin_lib.hosts.server import listener
from okin_lib.hosts.server.app import OkinVoila, prepared
from okin_lib.hosts.server.kernels import Kernels
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.shared.limits import Limits

BOARD = "voila/render/10_whole_board.ipynb"
PROXY = "https://notebooks.example.edu"


@frozen
class Answer:
    """What the server answered."""

    status: int
    headers: http.client.HTTPMessage
    text: str


@frozen
class Served:
    """A server in this process: its port, and each start of a kernel that it asked for."""

    port: int
    started: list[str] = field(factory=list)

    def ask(self, path: str, method: str = "GET", headers: dict[str, str] | None = None) -> Answer:
        connection = http.client.HTTPConnection("localhost", self.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read().decode())
        finally:
            connection.close()


@pytest.fixture(autouse=True)
def _logged_once() -> Iterator[None]:
    """A kernel has what goes wrong logged by Jupyter too; here that would say it twice."""
    yield
    logging.getLogger("okin").handlers.clear()


async def _cells(_renderer, nb, _kernel_id):
    for cell in nb.cells:
        yield cell


@contextmanager
def in_process(options: Options, folder: Path | None = None) -> Iterator[Served]:
    """Serve with ``options``, without kernels."""
    bound = socket.create_server(("127.0.0.1", 0))
    bound.setblocking(False)
    served = Served(bound.getsockname()[1])
    ready, stop = threading.Event(), threading.Event()

    async def start(_manager, **asked):
        served.started.append(asked["env"]["QUERY_STRING"])
        return "stub"

    async def joined(_renderer, _nb, kernel_id, **_):
        return kernel_id

    async def serve(app: OkinVoila) -> None:
        app.start()
        server = listener.Listener(app.app, app.most_connections)
        server.add_socket(bound)
        ready.set()
        while not stop.is_set():
            await asyncio.sleep(0.02)
        server.stop()
        await server.close_all_connections()

    with (
        patch.dict(os.environ),
        patch.object(OkinVoila, "listen"),
        patch("voila.app.signal.signal"),
        patch.object(AsyncMappingKernelManager, "start_kernel", start),
        patch.object(Kernels, "get_kernel", lambda *_: None),
        patch.object(NotebookRenderer, "_jinja_kernel_start", joined),
        patch.object(NotebookRenderer, "_jinja_cell_generator", _cells),
    ):
        os.environ.pop("JUPYTER_NO_CONFIG", None)  # of another server in this process
        Application.clear_instance()  # what a widget's test made
        OkinVoila.clear_instance()
        app = prepared(folder or notebooks(), options, False)
        thread = threading.Thread(target=lambda: asyncio.run(serve(app)), daemon=True)
        thread.start()
        try:
            assert ready.wait(20)
            yield served
        finally:
            stop.set()
            thread.join(10)
            OkinVoila.clear_instance()
            KernelProvisionerFactory.clear_instance()


@pytest.fixture(scope="session")
def serving() -> Callable[..., object]:
    return in_process


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with in_process(Options()) as server:
        yield server


@pytest.fixture(scope="module")
def held() -> Iterator[Served]:
    """A server that holds the lessons, behind a proxy."""
    with in_process(Options(shared=True, origins=[PROXY])) as server:
        yield server


@frozen
class Met(Served):
    """A server on which a class meets: the code, and what leads it."""

    code: str = ""
    secret: str = ""


@pytest.fixture(scope="module")
def meeting() -> Iterator[Callable[[], Met]]:
    """A function that serves a class anew, in place of the one before."""
    with ExitStack() as serving:

        def meet() -> Met:
            serving.close()
            served = serving.enter_context(in_process(Options(shared=True, together=True)))
            keys = OkinVoila.instance()._way.keys
            return Met(served.port, served.started, keys.code, keys.secret)

        yield meet


@pytest.fixture
def met(meeting: Callable[[], Met]) -> Met:
    """A class that nobody has entered yet."""
    return meeting()


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Served]]:
    """A function that serves with these limits."""
    with ExitStack() as serving:

        def serve(**limits: float) -> Served:
            monkeypatch.setattr(listener, "Limits", lambda: Limits(**limits))
            return serving.enter_context(in_process(Options(shared=True)))

        yield serve
