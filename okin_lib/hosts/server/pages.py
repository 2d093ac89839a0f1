"""The pages: an address chooses a scenario, and nothing else."""

import logging
import posixpath
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

from jupyter_server.base.handlers import FileFindHandler, JupyterHandler
from jupyter_server.utils import ensure_async
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError, RequestHandler, authenticated
from voila.static_file_handler import TemplateStaticFileHandler  # type: ignore[import-untyped]
from voila.tornado.handler import TornadoVoilaHandler  # type: ignore[import-untyped]
from voila.tornado.treehandler import TornadoVoilaTreeHandler  # type: ignore[import-untyped]

from okin_lib.hosts.log_lines import OURS
from okin_lib.hosts.server.frame import LASTING
from okin_lib.hosts.server.policy import EXTENSIONS, TEMPLATE
from okin_lib.hosts.server.room import say_full
from okin_lib.hosts.server.visits import is_a_robot, is_ahead_of_time

log = logging.getLogger(OURS)

HEARTBEAT = "<script>window.voila_heartbeat()</script>\n"
STILL_HERE = "<!-- still running -->\n"
READY, ENDING = "ready", "ending"
"""What the server says of itself."""
LONGEST_SILENCE = 6
"""Heartbeats, ten seconds apart: Voila sends them for ever where a kernel ended as it started."""


class Ours:
    """What every answer has in common."""

    base_url: str
    jinja_template_vars: dict[str, Any]

    @property
    def template_namespace(self) -> dict[str, Any]:
        """What a template is told: Jupyter would tell it of the reader, and of the machine."""
        return {"base_url": self.base_url, **self.jinja_template_vars}


class Unswayed(Ours):
    """What every page has in common."""

    def get_argument(self, _name: str, default: Any = None, **_: Any) -> Any:
        """Return ``default``: Voila would take a template and a theme from the address."""
        return default

    get: Callable[..., Any]

    async def head(self, path: str = "") -> None:
        """Answer as `get` does; the body is not sent."""
        await self.get(path)


class NotebookPage(Unswayed, TornadoVoilaHandler):  # type: ignore[misc]
    """A notebook, computed for one reader by a kernel of their own."""

    @authenticated
    async def get(self, path: str = "") -> None:
        """Send the notebook, or what takes its place where no kernel is wanted."""
        if not await self._is_there(path):
            raise HTTPError(404)
        if is_ahead_of_time(self.request):
            self.set_header("Retry-After", "1")
            raise HTTPError(503, reason="Not ahead of time")
        if self.request.method == "HEAD" or is_a_robot(self.request):
            self._introduce(path)
            return
        with self.kernel_manager.place() as has_place:
            if has_place:
                await self._compute(path)
            else:
                say_full(self, path, self.kernel_manager.places)

    async def _compute(self, path: str) -> None:
        self.xsrf_token  # noqa: B018  # reading it sets the cookie that lets a page end its kernel
        silence = 0
        async for html in self.get_generator(path=path):
            silence = silence + 1 if html == HEARTBEAT else 0
            if silence > LONGEST_SILENCE:
                log.error("A page was given up: its kernel said nothing for a minute")
                return
            self.write(STILL_HERE if silence else html)
            try:
                await self.flush()
            except StreamClosedError:  # the kernel ends, as any that no page joins
                return

    async def _is_there(self, path: str) -> bool:
        there = await ensure_async(self.contents_manager.file_exists(path))
        return bool(there) and path.endswith(".ipynb")

    def _introduce(self, path: str) -> None:
        self.set_header("Cache-Control", "no-store")
        title = PurePosixPath(path).stem.replace("_", " ")
        self.write(self.render_template("introduction.html", title=title))


class NotebookList(Unswayed, TornadoVoilaTreeHandler):  # type: ignore[misc]
    """The list of the notebooks: below voila/, of the pages that a kernel computes."""

    @property
    def template_namespace(self) -> dict[str, Any]:
        """What the list is told."""
        told = super().template_namespace
        is_below = self.request.path.startswith(f"{self.base_url}voila/")
        return {**told, "pages": False} if is_below else told

    @authenticated
    async def get(self, path: str = "") -> None:
        """Send the list of a folder's notebooks."""
        if not await ensure_async(self.contents_manager.dir_exists(path)):
            raise HTTPError(404)
        await super().get(path)


class TemplateFile(TemplateStaticFileHandler):  # type: ignore[misc]
    """A file that a page of ours needs."""

    def parse_url_path(self, path: str) -> str:
        """Return the file's path; Voila fails on an address that is of no such file."""
        plain = posixpath.normpath(path)
        if not plain.startswith(f"{TEMPLATE}/static/"):
            raise HTTPError(404)
        return str(super().parse_url_path(plain))


class ExtensionFile(Ours, FileFindHandler):
    """A file of what the board is made of in a page."""

    def parse_url_path(self, path: str) -> str:
        """Return the file's path; those of other extensions are for JupyterLab alone."""
        plain = posixpath.normpath(path)
        if not plain.startswith(tuple(f"{name}/" for name in EXTENSIONS)):
            raise HTTPError(404)
        return str(super().parse_url_path(plain))


class Nothing(Unswayed, JupyterHandler):  # type: ignore[misc]
    """Any address that is none of ours."""

    async def prepare(self) -> None:  # type: ignore[override]
        """Say that there is no such page."""
        await super().prepare()
        raise HTTPError(404)


class FrontPart(RequestHandler):
    """The parts of the lessons' front end that what stands around them needs too."""

    def initialize(self, parts: Mapping[str, str]) -> None:
        """Take them by name."""
        self.parts = parts

    def get(self, name: str) -> None:
        """Send one."""
        kind = "css" if name.endswith(".css") else "javascript"
        self.set_header("Content-Type", f"text/{kind}; charset=utf-8")
        if LASTING.fullmatch(name):
            self.set_header("Cache-Control", "public, max-age=31536000, immutable")
        self.write(self.parts[name])

    head = get


class Health(RequestHandler):
    """Whether the server takes pages, and how many it has: for a proxy, or whoever looks."""

    def initialize(self, report: Callable[[], dict[str, Any]]) -> None:
        """Take what tells it."""
        self._report = report

    def get(self) -> None:
        """Say so, without a kernel."""
        told = self._report()
        if told["status"] != READY:
            self.set_status(503)
        self.set_header("Cache-Control", "no-store")
        self.write(told)  # as JSON

    head = get


class Robots(RequestHandler):
    """What a robot may read: the list, and no page that would start a kernel."""

    def get(self) -> None:
        """Say so."""
        base = self.settings["base_url"]
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.write(f"User-agent: *\nDisallow: {base}voila/\nDisallow: {base}notes/\n")

    head = get
