"""Start Voila or JupyterLab on the notebooks, as this project needs them."""

from pathlib import Path
from typing import Any

import okin_lib
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.server.policy import CONNECTION

HERE = Path(__file__).parent
LONGEST_REQUEST = 120 * 1024
"""Bytes of a request before its body. Tornado's own 64 kB hang up on a hostile link; with more,
the board refuses it in words. Linux hands a kernel no variable of more than 128 kB."""


def notebooks() -> Path:
    """Return the folder of the notebooks: in the package when installed, else beside it."""
    package = Path(okin_lib.__file__).parent
    installed = package / "notebooks"
    return installed if installed.is_dir() else package.parent / "notebooks"


def serve(
    folder: Path, port: int | None = None, open_browser: bool = False, **options: Any
) -> None:
    """Serve the notebooks in ``folder`` as web pages, with Voila, until interrupted.

    Parameters
    ----------
    folder : Path
        The notebooks.
    port : int, optional
        The port; by default the first free one from Voila's own.
    open_browser : bool
        Whether to open a browser on them.
    **options : Any
        The other fields of `Options`.

    Raises
    ------
    ValueError
        If an option or the file of ``OKIN_LOCAL`` is not as it must be, or the port is taken.
    """
    from tornado.httpserver import HTTPServer
    from tornado.ioloop import IOLoop

    from okin_lib.hosts.server.app import prepared

    HTTPServer.configure(None, max_header_size=LONGEST_REQUEST)
    app = prepared(folder, Options(port=port, **options), open_browser)
    IOLoop.current().add_callback(lambda: print(app.invitation(), flush=True))
    app.start()


def lab(folder: Path, port: int | None = None, open_browser: bool = True) -> None:
    """Open the notebooks in ``folder`` in JupyterLab, until interrupted; see `serve`."""
    from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]

    from okin_lib.hosts.server.address import check_free
    from okin_lib.hosts.server.home import do_without, prepend

    check_free("localhost", port)
    do_without()
    prepend("JUPYTER_CONFIG_PATH", HERE / "lab")  # no news, no check for updates
    settings = {
        "ServerApp.root_dir": folder,
        "ServerApp.open_browser": open_browser,
        "ServerApp.kernel_websocket_connection_class": CONNECTION,
        "ServerApp.allow_root": True,  # as in a container; Voila does not ask either
        "LabApp.extension_manager": "readonly",  # the other one asks the network
        **{f"ServerApp.{name}": value for name, value in _only(port).items()},
    }
    LabApp.launch_instance([f"--{name}={value}" for name, value in settings.items()])


def _only(port: int | None) -> dict[str, int]:
    """Return the settings for this very port and no other, if one is asked for."""
    return {} if port is None else {"port": port, "port_retries": 0}
