"""What one connection can take of a server, whatever it asks for: it is cut, and others go on."""

import socket
import urllib.error
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from okin_lib.hosts.server import listener
from okin_lib.hosts.server.options import Options
from tests.hosts.conftest import Served

HEAD = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n"


@contextmanager
def connected(served: Served, said: bytes = b"") -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as connection:
        connection.sendall(said)
        yield connection


def heard(connection: socket.socket) -> bytes:
    """All that comes until it is closed at the other end."""
    said = b""
    try:
        while more := connection.recv(65_536):
            said += more
    except ConnectionResetError:
        pass
    return said


@pytest.mark.parametrize(
    "said",
    [
        b"",
        HEAD,
        HEAD + b"X-Slow: ",
        HEAD + b"\r\n",  # and nothing after it
        b"POST /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nslow",
    ],
    ids=["nothing", "no end", "half a header", "one request", "half a body"],
)
def test_who_takes_too_long_to_ask_is_cut(serving, monkeypatch, said):
    monkeypatch.setattr(listener, "HEARD_WITHIN", 0.2)
    with serving(Options()) as served, connected(served, said) as connection:
        answer = heard(connection)
        assert (b"200 OK" in answer) is said.endswith(b"\r\n\r\n")
        assert served.ask("/healthz").status == 200


@pytest.mark.parametrize(
    "said",
    [
        b"POST /socket HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"10000\r\n"
        + b"A" * 65_536
        + b"\r\n10000\r\n",
        HEAD + b"X-Large: " + b"A" * 130_000 + b"\r\n\r\n",
    ],
    ids=["a length", "chunks", "a head"],
)
def test_who_sends_more_than_a_page_does_is_cut(served, said):
    with connected(served, said) as connection:
        assert b"200 OK" not in heard(connection)
    assert served.ask("/healthz").status == 200


def test_there_are_so_many_connections_and_no_more(serving, monkeypatch, caplog):
    monkeypatch.setattr(listener, "CONNECTIONS", 3)
    with serving(Options()) as served, ExitStack() as open_ones:
        for _ in range(3):
            kept = open_ones.enter_context(connected(served, HEAD + b"\r\n"))
            assert b"ready" in kept.recv(65_536)
        with connected(served, HEAD + b"\r\n") as refused:
            assert heard(refused) == b""
        assert "There are 3 connections: one more was refused" in caplog.text
        open_ones.close()
        while True:  # until the server has noticed
            try:
                assert served.ask("/healthz").status == 200
                break
            except (urllib.error.URLError, OSError, EOFError):
                pass
