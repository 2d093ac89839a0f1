"""A small proxy, as nginx is configured in deploy/: it keeps Host, or rewrites it."""

import asyncio
import socket
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from itertools import cycle, islice
from urllib.parse import urlsplit


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


def _passed_on(head: bytes, host: str | None) -> bytes:
    """Return a request's head for the server behind, on a connection for it alone."""
    lines = head.split(b"\r\n")
    upgrade = any(line.lower().startswith(b"upgrade:") for line in lines)
    kept = [line for line in lines if upgrade or not line.lower().startswith(b"connection:")]
    if host:
        kept = [b"Host: " + host.encode() if x.lower().startswith(b"host:") else x for x in kept]
    if not upgrade:
        kept.insert(1, b"Connection: close")
    return b"\r\n".join(kept)


@contextmanager
def proxy(
    url: str, rewrites_host: bool, port: int = 0, others: Sequence[str] = ()
) -> Iterator[str]:
    """Pass all on to the server at ``url``, and give the address of the proxy.

    Where there are others, each connection is for the next that answers.
    """
    behind = urlsplit(url)
    servers = [urlsplit(each) for each in (url, *others)]
    turns = cycle(servers)
    bound = socket.create_server(("127.0.0.1", port))
    bound.setblocking(False)

    async def connection() -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        for server in islice(turns, len(servers)):
            with suppress(ConnectionRefusedError):
                return await asyncio.open_connection(server.hostname, server.port)
        raise ConnectionRefusedError

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        back, forth = await connection()
        forth.write(_passed_on(head, behind.netloc if rewrites_host else None))
        await asyncio.gather(_copy(reader, forth), _copy(back, writer))

    ready: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def serve() -> None:
        ending = asyncio.Event()
        async with await asyncio.start_server(answer, sock=bound):
            ready.set_result((asyncio.get_running_loop(), ending))
            await ending.wait()
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()  # each closes its connections; waiting for them would be for ever

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    loop, ending = ready.result(10)
    try:
        yield f"http://127.0.0.1:{bound.getsockname()[1]}{behind.path}"
    finally:
        loop.call_soon_threadsafe(ending.set)
        thread.join(5)
