"""The pages whose lessons this process holds, and the socket that joins them to it."""

import gc
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.web import authenticated

from okin_lib.hosts.server import class_pages
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.server.pages import Unswayed
from okin_lib.hosts.server.slow_lane import SlowLane
from okin_lib.hosts.server.socket import LessonSocket
from okin_lib.hosts.server.sockets import Sockets
from okin_lib.hosts.shared.begun import begun
from okin_lib.hosts.shared.page import page
from okin_lib.hosts.together.classes import Classes
from okin_lib.lessons.taken_up import Address


class SharedPage(Unswayed, JupyterHandler):  # type: ignore[misc]
    """A notebook, as it is for everyone until its page is connected."""

    def initialize(self, folder: Path) -> None:
        """Take the folder of the notebooks."""
        self._folder = folder

    @authenticated
    async def get(self, name: str) -> None:
        """Send the page; to whom it is sent is not noted, and no cookie is set."""
        notebook = page(self._folder / f"{name}.ipynb", self.request.query)
        self.set_header("Cache-Control", "no-cache")
        self.write(self.render_template("notebook.html", notebook=notebook))  # type: ignore[no-untyped-call]


def handlers(
    folder: Path,
    ids: list[str],
    options: Options,
    sockets: Sockets,
    classes: Classes | None = None,
) -> list[tuple[Any, ...]]:
    """Return what answers at the address of each notebook, and at that of the socket.

    Parameters
    ----------
    classes
        Those that meet on this server, if any do.
    """
    for lesson_id in ids:
        begun(Address(lesson_id))
    gc.freeze()  # the law stays: to look through it for garbage would hold up everyone
    joined = {"sockets": sockets, "origins": options.origins, "lane": SlowLane()}
    met = class_pages.handlers(folder, options, classes, joined) if classes else []
    return [
        *met,
        (url_path_join(options.base_url, "socket"), LessonSocket, joined),
        (url_path_join(options.base_url, f"({'|'.join(ids)})"), SharedPage, {"folder": folder}),
    ]
