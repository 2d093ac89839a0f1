"""A server that is told to end: pages are told, kernels end, and it exits with 0."""

import json
import signal

import psutil
import pytest

from okin_lib.hosts.server.app import OkinVoila
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.server.sockets import SERVICE_RESTART
from tests.hosts.running import ENDS_WITHIN, Running, running
from tests.hosts.socket_client import Reader, run
from tests.servers import kernels


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(signal.SIGTERM, id="term"),
        pytest.param(signal.SIGINT, id="int", marks=pytest.mark.long),
    ],
)
def test_it_tells_who_is_there_ends_its_kernels_and_exits_with_0(number):
    async def told(server: Running) -> int | None:
        reader = await Reader.opened(server.port)
        assert await reader.lives()
        server.process.send_signal(number)
        assert await reader.hears_all() == []
        return reader.connection.close_code

    with running("serve") as server:
        assert "widget-view" in server.get("voila/render/10_whole_board.ipynb")
        theirs = kernels(server.process.pid)
        assert len(theirs) == 1
        assert run(told(server)) == SERVICE_RESTART
        assert server.process.wait(ENDS_WITHIN) == 0
        assert psutil.wait_procs(theirs, timeout=ENDS_WITHIN)[1] == []
    log = server.log.lines
    assert [each["said"] for each in log][-2:] == ["ending", "ended"]
    assert {each["level"] for each in log} == {"info"}
    pages = [each["path"] for each in log if each["said"] == "request" and "path" in each]
    assert "/voila/render/10_whole_board.ipynb" in pages


def test_while_it_ends_its_health_says_so_and_no_socket_is_let_in(serving):
    with serving(Options(shared=True)) as server:
        app = OkinVoila.instance()
        assert json.loads(server.ask("/healthz").text)["status"] == "ready"
        app.is_ending = True
        run(app.of_lessons.close(0))
        answer = server.ask("/healthz")
        assert (answer.status, json.loads(answer.text)["status"]) == (503, "ending")
        asked = {"Connection": "Upgrade", "Upgrade": "websocket"}
        assert server.ask("/socket", headers=asked).status == 503
