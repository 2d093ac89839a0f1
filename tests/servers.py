"""Servers that tests start: of plain files; and when another can be asked, and its kernels."""

import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import psutil

FORK_SERVER = "multiprocessing.forkserver"


class Quiet(SimpleHTTPRequestHandler):
    """Sends files, and says nothing."""

    def log_message(self, *_said: object) -> None: ...


@contextmanager
def sending(
    folder: Path, host: str = "127.0.0.1", handler: type[SimpleHTTPRequestHandler] = Quiet
) -> Iterator[str]:
    """Send the files of a folder, and give the address, without a slash at its end."""
    server = ThreadingHTTPServer((host, 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://{host}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def listens(url: str, process: subprocess.Popen[str]) -> bool:
    """Whether the server listens before it ends.

    JupyterLab prints its address earlier, and a signal to stop that comes then can be lost.
    """
    address = urlsplit(url)
    while process.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex((address.hostname, address.port)) == 0:
                return True
    return False


def kernels(server: int) -> set[psutil.Process]:
    """The kernels of the server with this process id: started by it, or forked for it."""
    children = psutil.Process(server).children()
    started = {each for each in children if "ipykernel_launcher" in _command(each)}
    return started.union(*(each.children() for each in children if FORK_SERVER in _command(each)))


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.NoSuchProcess:  # it ended meanwhile
        return ""
