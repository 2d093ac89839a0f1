"""Start JupyterLab on the notebooks, as this project needs it."""

from pathlib import Path

from okin_lib.hosts.server.policy import CONNECTION

LAB = Path(__file__).parent / "lab"
"""Settings that stand before everyone's own.

No news, no check for updates, no pages by Voila, which are without the quick exit, and no search
for language servers, which runs programs of the machine and can walk all of an odd home.
"""

SETTINGS = {
    "ServerApp.kernel_websocket_connection_class": CONNECTION,
    "LabApp.extension_manager": "readonly",  # the other one asks the network
}
"""What else stands, wherever JupyterLab is on the notebooks."""


def lab(folder: Path, port: int | None, open_browser: bool) -> None:
    """Open the notebooks in ``folder`` in JupyterLab, until interrupted; see `serve.serve`.

    Raises
    ------
    ValueError
        If the port is taken.
    """
    from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]

    from okin_lib.hosts.server.address import check_free
    from okin_lib.hosts.server.home import do_without, prepend

    check_free("localhost", port)
    do_without()
    prepend("JUPYTER_CONFIG_PATH", LAB)
    settings = {
        **SETTINGS,
        "ServerApp.root_dir": folder,
        "ServerApp.open_browser": open_browser,
        "ServerApp.allow_root": True,  # as in a container; Voila does not ask either
    }
    if port is not None:
        settings |= {"ServerApp.port": port, "ServerApp.port_retries": 0}
    LabApp.launch_instance([f"--{name}={value}" for name, value in settings.items()])
