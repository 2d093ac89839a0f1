"""When a server that a test started can be asked and stopped, and which kernels it has."""

import socket
import subprocess
from urllib.parse import urlsplit

import psutil

FORK_SERVER = "multiprocessing.forkserver"


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
