"""When a server that a test started can be asked, and can be stopped."""

import socket
import subprocess
from urllib.parse import urlsplit


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
