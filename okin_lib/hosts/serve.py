"""Start Voila on the notebooks, as this project needs it; JupyterLab is `lab_app`'s."""

from pathlib import Path
from typing import Any

import okin_lib
from okin_lib.hosts.server.options import Options

HERE = Path(__file__).parent


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
    from tornado.ioloop import IOLoop

    from okin_lib.hosts.server import forked, log
    from okin_lib.hosts.server.app import prepared

    asked = Options(port=port, **options)
    log.begin(asked.log)
    app = prepared(folder, asked, open_browser)
    if forked.POSSIBLE and not asked.together:
        forked.prepare()
    IOLoop.current().add_callback(lambda: print(app.invitation(), flush=True))
    app.start()
