"""Start Voila on the notebooks, as this project needs it; JupyterLab is `lab_app`'s."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import okin_lib
from okin_lib.hosts import local

if TYPE_CHECKING:
    from tornado.web import RequestHandler

HERE = Path(__file__).parent
CONNECTION = "okin_lib.hosts.connection.PromptConnection"
LONGEST_REQUEST = 120 * 1024
"""Bytes of a request before its body. Tornado's own 64 kB hang up on a hostile link; with more,
the board refuses it in words. Linux hands a kernel no variable of more than 128 kB."""


def notebooks() -> Path:
    """Return the folder of the notebooks: in the package when installed, else beside it."""
    package = Path(okin_lib.__file__).parent
    installed = package / "notebooks"
    return installed if installed.is_dir() else package.parent / "notebooks"


def serve(folder: Path, port: int | None = None, open_browser: bool = False) -> None:
    """Serve the notebooks in ``folder`` as web pages, with Voila, until interrupted.

    Parameters
    ----------
    folder : Path
        The notebooks.
    port : int, optional
        The port; by default the first free one from Voila's own.
    open_browser : bool
        Whether to open a browser on them.
    """
    from tornado.httpserver import HTTPServer
    from tornado.ioloop import IOLoop
    from traitlets.config import Config
    from voila.app import Voila  # type: ignore[import-untyped]

    texts = local.load()
    prepend("JUPYTER_PATH", HERE)  # the templates
    HTTPServer.configure(None, max_header_size=LONGEST_REQUEST)
    app = Voila.instance()
    app.update_config(
        Config(
            Voila={
                "open_browser": open_browser,
                "log_level": "ERROR",
                "kernel_websocket_connection_class": CONNECTION,
                "tornado_settings": {"jinja_template_vars": {"local": texts}},
                **only(port),
            },
            VoilaConfiguration={
                "template": "okin",
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "classic_tree": True,
                "resources": {"local": texts},
                "prelaunch_hook": _give_token,
            },
            # Seconds: a telephone closes a page without a word to us.
            MappingKernelManager={"cull_idle_timeout": 600, "cull_interval": 60},
            VoilaExecutor={"cell_error_instruction": "The details are in the log of the server."},
        )
    )
    app.initialize([str(folder)])
    IOLoop.current().add_callback(
        lambda: print(f"Open {app.connection_url} in a browser. Ctrl-C stops it.", flush=True)
    )
    app.start()


def _give_token(handler: "RequestHandler", **_: Any) -> None:
    """Give a page the token with which it ends its kernel when it closes: Voila does not."""
    handler.xsrf_token  # noqa: B018  # reading it sets the cookie


def only(port: int | None) -> dict[str, int]:
    """Return the settings for this very port and no other, if one is asked for."""
    return {} if port is None else {"port": port, "port_retries": 0}


def prepend(variable: str, folder: Path) -> None:
    """Put ``folder`` first on a search path in the environment, for us and what we start."""
    folders = [str(folder), os.environ.get(variable, "")]
    os.environ[variable] = os.pathsep.join(filter(None, folders))
