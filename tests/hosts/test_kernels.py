"""How long a kernel is kept."""

import asyncio
from datetime import timedelta

import pytest
import zmq
from jupyter_server._tz import utcnow

from okin_lib.hosts.server.kernels import Kernel, Kernels

CULL = {"cull_idle_timeout": 600}


def kernel(seconds: int, state: str = "idle") -> Kernel:
    """A kernel that did nothing for so many seconds."""
    made = Kernel()
    made.execution_state = state
    made.last_activity = utcnow() - timedelta(seconds=seconds)
    return made


@pytest.fixture
def kernels(monkeypatch):
    """Kernels, with those that it ended in a list."""
    made = Kernels(**CULL)
    made.ended = []

    async def end(kernel_id):
        made.ended.append(kernel_id)

    monkeypatch.setattr(made, "shutdown_kernel", end)
    return made


@pytest.mark.parametrize(
    ("seconds", "state", "joined", "connections", "ended"),
    [
        (30, "idle", False, 0, False),
        (41, "idle", False, 0, True),
        (41, "starting", False, 0, True),
        (41, "busy", False, 0, False),
        (41, "idle", True, 0, False),
        (601, "idle", True, 0, True),
        (601, "idle", True, 1, False),
        (1, "dead", True, 1, True),
    ],
)
def test_a_kernel_that_no_page_joined_ends_soon_and_one_that_was_left_later(
    kernels, seconds, state, joined, connections, ended
):
    kernels._kernels["k"] = kernel(seconds, state)
    kernels._kernel_connections["k"] = connections
    if joined:
        kernels._joined.add("k")
    asyncio.run(kernels.cull_kernels())
    assert kernels.ended == (["k"] if ended else [])


def test_one_that_starts_is_left_alone(kernels):
    kernels._kernels["k"] = Kernel()
    asyncio.run(kernels.cull_kernel_if_idle("k"))
    assert kernels.ended == []


def test_a_kernel_is_spoken_to_where_nobody_can_take_its_place(tmp_path) -> None:
    assert Kernel(connection_file=str(tmp_path / "kernel-1.json")).transport == "ipc"


def test_a_folder_too_deep_for_a_socket_is_done_without(tmp_path) -> None:
    deep = tmp_path / ("a" * zmq.IPC_PATH_MAX_LEN) / "kernel-1.json"
    assert Kernel(connection_file=str(deep)).transport == "tcp"


def test_a_page_that_connects_has_joined(kernels):
    kernels._kernel_connections["k"] = 0
    kernels.notify_connect("k")
    assert kernels._joined == {"k"}


def test_with_the_time_between_looks_it_is_within_a_minute():
    from okin_lib.hosts.server.options import Options
    from okin_lib.hosts.server.policy import policy

    between = policy(Options(), {}).MappingKernelManager.cull_interval
    assert Kernels().never_joined_timeout + between < 60


def test_a_kernel_ends_without_being_interrupted_which_it_would_log(monkeypatch):
    sent = []

    async def note(_kernel, signal):
        sent.append(signal)

    async def start_and_end():
        kernels = Kernels()
        kernel = kernels.kernel_manager_factory()
        await kernel.start_kernel()
        client = kernel.client()
        client.start_channels()
        await client.wait_for_ready()
        monkeypatch.setattr(Kernel, "_async_signal_kernel", note)
        await kernel.shutdown_kernel()
        client.stop_channels()

    asyncio.run(start_and_end())
    assert sent == []
